import { asc, eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { makeReport } from "@/bench/archive/report"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { importFiles } from "@/db/schema/imports"
import { bringInNow } from "@/e2e/support/bring-in-now"
import { zipOf } from "./formats/arbitrary-files"

const { app, owner } = await testDatabase()

/** A mail that says little, with files attached. */
const mail = (...files: [name: string, text: string][]) =>
  [
    "From: Ilva Morandini <ilva@example.org>",
    "Subject: Minutes",
    "MIME-Version: 1.0",
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b\r\nContent-Type: text/plain\r\n\r\nPlease find attached.",
    ...files.map(
      ([name, text]) =>
        `--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text).toString("base64")}`,
    ),
    "--b--",
    "",
  ].join("\r\n")

async function brought(...files: File[]) {
  const group = await makeGroup(owner)
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const batchId = await bringInNow(chair, group.id, files)
  const rows = await app
    .select({ name: importFiles.name, state: importFiles.state })
    .from(importFiles)
    .where(eq(importFiles.batchId, batchId))
    .orderBy(asc(importFiles.position))
  return rows.map(({ name, state }) => `${name}: ${state}`)
}

test("the minutes that a mail brings along are read as files of the batch, behind it", async () => {
  const text = mail(
    ["../minutes.txt", makeReport(1)],
    ["logo.png", "x"],
    ["more.md", makeReport(2)],
  )
  expect(
    await brought(new File([text], "mail.eml"), new File([makeReport(3)], "last.txt")),
  ).toEqual(["mail.eml: refused", "minutes.txt: read", "more.md: read", "last.txt: read"])
})

test("so are those of mails within an archive", async () => {
  const zip = zipOf({
    "a.eml": mail(["a.txt", makeReport(4)]),
    "b.eml": mail(["b.txt", makeReport(5)]),
  })
  expect(await brought(new File([new Uint8Array(zip)], "old.zip"))).toEqual([
    "a.eml: refused",
    "b.eml: refused",
    "a.txt: read",
    "b.txt: read",
  ])
})
