import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { strFromU8, unzipSync } from "fflate"
import { afterAll, beforeAll, expect, test } from "vitest"
import { hardTable } from "@/lib/mapping/sheet/arbitrary-table"
import { sheetOfTable } from "./table-sheet"
import { writeApart, writers } from "./write-apart"
import { writeFile } from "./write-file"

const soon = { timeout: 60_000 }
const { table } = hardTable()
const group = { id: "", slug: "wg", shortName: "WG", name: "Working Group" }
const mandate = { id: "", slug: "roadmap", title: "Roadmap", symbol: "A/1", dated: null, link: "" }
const rows = Array.from({ length: 240 }, (_, at) => {
  const row = table.rows[at % table.rows.length]
  if (!row) throw new Error("The table has no row")
  return { ...row, number: at + 1, retired: null }
})
const sheet = sheetOfTable(
  { id: crypto.randomUUID(), group, mandate, change: 0, goal: "", rule: "" },
  { ...table, rows },
  { locale: "en", at: new Date("2026-03-03T12:00:00Z") },
)
const limits = { milliseconds: 60_000, waiting: 2 }
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

// What stands for the pages: a server in the process that the file is asked of.
const pages = createServer((_, response) => response.end("a page"))
let origin = ""
beforeAll(async () => {
  await new Promise<void>((ready) => pages.listen(0, "127.0.0.1", ready))
  origin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`
})
afterAll(() => new Promise((closed) => pages.close(closed)))

test("while a large file is written pages are answered, and then it is as it would be written here", async () => {
  let state = "being written"
  const made = writeApart(sheet, "pdf").finally(() => {
    state = "written"
  })
  await expect.poll(() => writers().child?.pid, soon).toBeTypeOf("number")
  const pid = writers().child?.pid ?? 0
  process.kill(pid, "SIGSTOP")
  for (let asked = 0; asked < 5; asked++) expect(await (await fetch(origin)).text()).toBe("a page")
  expect(state).toBe("being written")
  process.kill(pid, "SIGCONT")
  expect((await made).equals(await writeFile(sheet, "pdf"))).toBe(true)
  expect(writers()).toMatchObject({ child: null, waiting: 0 })
}, 120_000)

test("files are written one after the other, and no more than so many are waited for", async () => {
  const word = writeApart(sheet, "docx", limits)
  const excel = writeApart(sheet, "xlsx", limits)
  expect(await refusal(writeApart(sheet, "docx", limits))).toMatchObject({ code: "too_many" })
  // What takes no time is not kept waiting.
  expect((await writeApart(sheet, "csv", limits)).length).toBeGreaterThan(1_000)
  expect(writers().waiting).toBe(2)
  const parts = unzipSync(new Uint8Array(await word))
  expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toContain("<w:tbl>")
  expect(Object.keys(unzipSync(new Uint8Array(await excel)))).toContain("xl/workbook.xml")
}, 120_000)

test("one that takes too long, or ends, is given up, and the next one is written", async () => {
  const slow = await refusal(writeApart(sheet, "pdf", { ...limits, milliseconds: 1 }))
  expect(slow).toMatchObject({ message: "A mapping was not written as pdf", cause: "SIGKILL" })
  expect((await writeApart(sheet, "xlsx", limits)).length).toBeGreaterThan(1_000)
}, 120_000)
