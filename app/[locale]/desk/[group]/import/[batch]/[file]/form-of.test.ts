import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import type { Finding } from "@/lib/check/model"
import { corrected } from "@/lib/imports/corrected"
import { draftOf } from "@/lib/imports/draft"
import { groupFindings } from "@/lib/imports/group-findings"
import { correctImportInput } from "@/lib/imports/input"
import type { FileForDesk } from "@/lib/imports/queries"
import { readBytes } from "@/lib/imports/read-file"
import { storedReading } from "@/lib/imports/stored"
import { formOf } from "./form-of"
import { keptMeanwhile } from "./kept-meanwhile"

const read = await readBytes(readFileSync("lib/imports/read/samples/virtual-call.txt"), "a.txt")
if (!("report" in read)) throw new Error("The sample is no report")
const draft = draftOf(read.report, "The group")
const reading = storedReading(read.report, read.findings)
const form = (group: Finding[]) =>
  formOf({ id: crypto.randomUUID(), revision: 1, group, usualTime: null }, draft, reading, "en")

test("a form that is out of date is shown what differs, and keeps a number that was settled meanwhile", () => {
  const about = { id: crypto.randomUUID(), revision: 7, group: [], usualTime: null }
  const theirs = { ...draft, number: 99, title: "Of the quays" }
  const file = { ...about, draft: theirs, reading } as unknown as FileForDesk
  const shown = form([]).values
  const entered = {
    ...Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, String(value)])),
    numberShown: shown.number,
    title: "Typed here",
    present: `${shown.present.replaceAll("\n", "\r\n")}\r\n`,
  }
  expect(keptMeanwhile(file, entered, "en")).toEqual({
    ...{ revision: 7, theirs: [{ name: "title", value: "Of the quays" }] },
  })
  const given = { ...entered, number: "98" }
  expect(keptMeanwhile(file, given, "en").theirs.map(({ name }) => name)).toContain("number")
  const sent = correctImportInput.parse({ ...entered, fileId: about.id, revision: "7" })
  expect(corrected(theirs, sent, "en").number).toBe(99)
  const other = correctImportInput.parse({ ...given, fileId: about.id, revision: "7" })
  expect(corrected(theirs, other, "en").number).toBe(98)
})

test("the number that is free is offered where the one of the draft is taken", () => {
  const meeting = (number: number, day: string) => ({
    ...{ id: `${number} ${day}`, number, name: "" },
    heldAt: `${day}T14:00:00Z`,
  })
  const group = groupFindings(meeting(12, "2022-05-12"), [
    meeting(12, "2022-04-12"),
    meeting(14, "2022-06-12"),
  ])
  const [first] = form(group).findings.filter(({ place }) => place === null)
  expect(first?.fix).toEqual({ name: "useNumber", value: "13" })
})

const samples = ["lib/imports/read/samples/virtual-call.txt", "e2e/samples/archive/march.txt"]

test.each(samples)("a form of %s that nobody touched changes nothing", async (path) => {
  const read = await readBytes(readFileSync(path), "report.txt")
  if (!("report" in read)) throw new Error("The sample is no report")
  const draft = draftOf(read.report, "The group")
  const file = { id: crypto.randomUUID(), revision: 1, group: [], usualTime: null }
  const form = formOf(file, draft, storedReading(read.report, read.findings), "en")
  const sections = [form.opening, ...form.items, form.closing]
  const sent = correctImportInput.parse({
    ...form.values,
    ...{ fileId: form.fileId, revision: "1" },
    agenda: form.items.map(({ id, title, coverage, depth }, at) => ({
      ...{ id, title, coverage, depth: String(depth), place: String(at + 1) },
    })),
    sections: Object.fromEntries(sections.map(({ id, text }) => [id, text])),
  })
  expect(corrected(draft, sent, "en")).toEqual(draft)
})
