import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { formOf } from "@/app/[locale]/desk/[group]/import/[batch]/[file]/form-of"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { importFiles } from "@/db/schema/imports"
import { bringInNow } from "@/e2e/support/bring-in-now"
import { OPENING } from "@/lib/minutes/model"
import { correctImport } from "./correct"
import { correctImportInput } from "./input"
import { getFile } from "./queries"
import { listResults } from "./results"

const { app, owner } = await testDatabase()
const group = await makeGroup(owner, { name: "Working Group on Tides" })
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })

const SECRETS = ["lin.zhao@tides.example.org", "882431", "noor@tides.example.org", "pwd=Qm7x"]
const text = (number: number, said: string) =>
  [
    `# Working Group on Tides, Online Meeting ${number}`,
    "12 May 2022 at 2 p.m. UTC",
    "## Agenda",
    "1. Gauges",
    "## 1. Gauges",
    "Write to lin.zhao@tides.example.org. The passcode: 882431 is for all.",
    "Ask [Noor](mailto:noor@tides.example.org), or join the [open call](https://zoom.example.org/j/9?pwd=Qm7x).",
    said,
    "## Participants",
    "Otto Brandvold",
    "Lin Zhao-Perera",
  ].join("\n\n")

async function brought(number: number, said = "All agreed.") {
  const file = new File([text(number, said)], "call.md")
  const batchId = await bringInNow(chair, group.id, [file])
  const [line] = await listResults(chair, group.slug, batchId, { show: null, page: 1 })
  const look = async () => {
    const file = await getFile(chair, group.slug, batchId, line?.id ?? "")
    const { draft, reading } = file
    if (!draft || !reading) throw new Error("The file is no draft")
    return { draft, reading, shown: formOf(file, draft, reading, "en") }
  }
  const press = async (said: object) => {
    const { shown, draft } = await look()
    const { fileId, revision, values } = shown
    const form = { fileId, revision, ...values, agenda: draft.agenda, ...said }
    await correctImport(chair, correctImportInput.parse(form), "en")
  }
  const stored = async () => {
    const [row] = await app
      .select({ read: importFiles.read })
      .from(importFiles)
      .where(eq(importFiles.id, line?.id ?? ""))
    return JSON.stringify((row?.read as { findings: unknown[] } | undefined)?.findings)
  }
  return { look, press, stored }
}

test("what should not be public is not kept with what was found, and every press still takes it out", async () => {
  const { look, press, stored } = await brought(26)
  const before = await stored()
  expect(before).toContain("personal-data")
  for (const secret of SECRETS) expect(before).not.toContain(secret)
  const names = (await look()).shown.findings.flatMap(({ place, fix }) =>
    (fix?.name === "remove" || fix?.name === "unlink") && place !== null ? [String(place)] : [],
  )
  expect(names).toHaveLength(4)
  for (const fix of names) await press({ fix })
  const { draft } = await look()
  for (const secret of SECRETS) expect(JSON.stringify(draft)).not.toContain(secret)
  expect(JSON.stringify(draft.text)).toContain("open call")
  const after = await stored()
  for (const secret of SECRETS) expect(after).not.toContain(secret)
})

test("what is typed and taken away again leaves nothing behind", async () => {
  const { look, press, stored } = await brought(27)
  const open = async () => {
    const { draft, reading } = await look()
    return reading.findings.filter(
      ({ values }, place) => values.kind === "phone" && !draft.settled.includes(place),
    )
  }
  await press({ sections: { [OPENING]: "Call +41 22 917 12 34 before the meeting." } })
  expect(await open()).toMatchObject([{ words: { there: "+41 22 917 12 34" } }])
  expect(await stored()).not.toContain("917 12 34")
  await press({ sections: { [OPENING]: "Call before the meeting." } })
  expect(await open()).toEqual([])
  expect(await stored()).not.toContain("917 12 34")
})

test("the address of a person is taken out, and not that of an office that begins alike", async () => {
  const links =
    "Ask [us](mailto:chair@tides.example.org) or [him](mailto:chaiya@tides.example.org)."
  const { look, press } = await brought(28, links)
  const { draft, reading } = await look()
  const at = reading.findings.findIndex(
    ({ values, severity }) => values.text === "chai…" && severity === "error",
  )
  expect(JSON.stringify(draft.text)).toContain("chaiya@")
  await press({ fix: String(at) })
  const after = JSON.stringify((await look()).draft.text)
  expect([after.includes("chair@"), after.includes("chaiya@")]).toEqual([true, false])
})
