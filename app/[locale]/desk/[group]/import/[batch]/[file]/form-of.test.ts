import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import type { Finding } from "@/lib/check/model"
import { corrected } from "@/lib/imports/corrected"
import { draftOf } from "@/lib/imports/draft"
import { groupFindings } from "@/lib/imports/group-findings"
import { correctImportInput } from "@/lib/imports/input"
import { readBytes } from "@/lib/imports/read-file"
import { storedReading } from "@/lib/imports/stored"
import { formOf } from "./form-of"

const read = await readBytes(readFileSync("lib/imports/read/samples/virtual-call.txt"), "a.txt")
if (!("report" in read)) throw new Error("The sample is no report")
const draft = draftOf(read.report, "The group")
const reading = storedReading(read.report, read.findings)
const form = (group: Finding[]) =>
  formOf({ id: crypto.randomUUID(), revision: 1, group }, draft, reading, "en")

test("the number that is free is offered where the one of the draft is taken", () => {
  const meeting = (number: number, day: string) => ({
    ...{ id: `${number} ${day}`, number, name: "" },
    startsAt: `${day}T14:00:00Z`,
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
  const file = { id: crypto.randomUUID(), revision: 1, group: [] }
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
