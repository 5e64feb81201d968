import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import type { Finding } from "@/lib/check/model"
import { arranged } from "@/lib/imports/arranged"
import { corrected } from "@/lib/imports/corrected"
import { draftOf, type ImportDraft } from "@/lib/imports/draft"
import { groupFindings } from "@/lib/imports/group-findings"
import { correctImportInput } from "@/lib/imports/input"
import type { FileForDesk } from "@/lib/imports/queries"
import { readBytes } from "@/lib/imports/read-file"
import { storedReading } from "@/lib/imports/stored"
import { docText, sectionOf } from "@/lib/minutes/model"
import { formOf } from "./form-of"
import { keptMeanwhile } from "./kept-meanwhile"

const read = await readBytes(readFileSync("lib/imports/read/samples/virtual-call.txt"), "a.txt")
if (!("report" in read)) throw new Error("The sample is no report")
const draft = draftOf(read.report, "The group")
const reading = storedReading(read.report, read.findings)
const form = (group: Finding[]) =>
  formOf(
    { id: crypto.randomUUID(), revision: 1, group, holder: null, usualTime: null },
    draft,
    reading,
    "en",
  )

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

test("a number that another meeting has is not offered to be taken", () => {
  const mismatch: Finding = {
    ...{ rule: "number-mismatch", severity: "error" },
    place: { line: 1, from: 0, to: 2, item: null },
    values: { other: "22", chosen: "21st", number: 21, where: "title" },
  }
  const told = { ...draft, number: 21, settled: [] }
  const offered = (group: Finding[]) =>
    formOf(
      { id: crypto.randomUUID(), revision: 1, group, holder: null, usualTime: null },
      told,
      { ...reading, findings: [mismatch] },
      "en",
    ).findings.find(({ place }) => place === 0)
  expect(offered([])).toMatchObject({ number: 21, isNumber: true })
  const taken = groupFindings({ id: "own", number: 21, heldAt: "2022-05-05", name: "own.txt" }, [
    { id: "other", number: 21, heldAt: "2022-04-07", name: "other.txt" },
  ])
  expect(taken.map(({ rule }) => rule)).toContain("number-duplicate")
  expect(offered(taken)).toMatchObject({ number: null, isNumber: true })
})

/** A form as it was sent, with all that it shows. */
function sentOf({ values, opening, items, closing }: ReturnType<typeof form>) {
  const agenda = items.flatMap(({ id, title, coverage, depth }, at) =>
    Object.entries({ id, title, coverage, depth: String(depth), place: String(at + 1) }).map(
      ([name, value]) => [`agenda.${at}.${name}`, value],
    ),
  )
  const sections = [opening, ...items, closing].map(({ id, text }) => [`sections.${id}`, text])
  const facts = Object.entries(values).map(([name, value]) => [name, String(value)])
  return Object.fromEntries([...facts, ...agenda, ...sections]) as Record<string, string>
}

test("what was kept of the agenda and of the list meanwhile is shown, and what was taken out", () => {
  const [first, second, third] = draft.agenda
  if (!first || !second || !third) throw new Error("The sample has three items")
  const entered = sentOf(form([]))
  const about = { id: crypto.randomUUID(), revision: 7, group: [], usualTime: null }
  const renamed = { ...second, title: "Of the quays", coverage: "not-reached" as const }
  const agenda = [renamed, first, ...draft.agenda.slice(3)]
  const list = "on-request" as const
  const file = { ...about, draft: { ...draft, list, agenda }, reading } as unknown as FileForDesk
  expect(keptMeanwhile(file, entered, "en").theirs).toEqual([
    { name: "list", value: "on-request" },
    { name: `agenda.${second.id}.title`, value: "Of the quays" },
    { name: `agenda.${second.id}.coverage`, value: "not-reached" },
    { name: `removed.${third.id}`, value: "" },
  ])
  const given = { ...entered, "agenda.2.remove": "on" }
  expect(keptMeanwhile(file, given, "en").theirs.map(({ name }) => name)).not.toContain(
    `removed.${third.id}`,
  )
})

test("an item that somebody took out meanwhile comes back with what was typed below it, or is poured", () => {
  const [first, second, third] = form([]).items
  if (!first || !second || !third) throw new Error("The sample has three items")
  const kept = (agenda: ImportDraft["agenda"], said: { remove?: string } = {}) => {
    const taken = arranged(agenda, draft.text, [{ ...third, remove: "on" } as never])
    const items = form([]).items.map(({ id, title, coverage, depth }, at) => ({
      ...{ id, title, coverage, depth: String(depth), place: String(at + 1) },
      ...(id === third.id && said),
    }))
    const sections = { [second.id]: "Second.", [third.id]: "Third." }
    const sent = { ...form([]).values, fileId: crypto.randomUUID(), revision: "7" }
    const input = correctImportInput.parse({ ...sent, agenda: items, sections })
    return corrected({ ...draft, ...taken }, input, "en")
  }
  const back = kept(draft.agenda)
  expect(back.agenda.map(({ id }) => id)).toEqual(draft.agenda.map(({ id }) => id))
  expect(docText(sectionOf(back.text, second.id))).toBe("Second.")
  expect(docText(sectionOf(back.text, third.id))).toBe("Third.")
  const poured = kept(draft.agenda, { remove: "on" })
  expect(poured.agenda.map(({ id }) => id)).not.toContain(third.id)
  expect(docText(sectionOf(poured.text, second.id))).toBe("Second.\nThird.")
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
  const file = { id: crypto.randomUUID(), revision: 1, group: [], holder: null, usualTime: null }
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
