import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { NO_CONTEXT } from "@/lib/check/model"
import { OPENING, sectionOf } from "@/lib/minutes/model"
import { readPlain } from "@/lib/minutes/plain-read"
import { plainWords } from "@/lib/minutes/plain-words"
import { draftOf, type ImportDraft } from "./draft"
import { lookAgain } from "./look-again"
import { readBytes } from "./read-file"

const path = new URL("../../e2e/samples/archive/march.txt", import.meta.url)
const read = await readBytes(readFileSync(path), "march.txt")
if (!("report" in read)) throw new Error("The sample is no report")
const { findings } = read
const draft = draftOf(read.report, "The group")

/** The rules of the findings that what was typed settles, and of those that it brings. */
function typed(changes: Partial<ImportDraft>) {
  const again = lookAgain(draft, { ...draft, ...changes }, findings, NO_CONTEXT)
  return {
    settled: again.settled.map((place) => findings[place]?.rule),
    found: again.findings.slice(findings.length),
  }
}
const open = (rule: string) => findings.find((finding) => finding.rule === rule)

test("the number that somebody types settles that two are printed", () => {
  expect(open("number-mismatch")).toBeDefined()
  expect(typed({ number: 77 }).settled).toContain("number-mismatch")
  expect(typed({ title: "Another" }).settled).toEqual([])
})

test("a name that is typed into the list is no longer missing from it", () => {
  const missing = open("speaker-not-listed") ?? open("host-not-listed")
  const name = String(missing?.values.name)
  const person = { name, capacity: "", aliases: [] }
  const { settled } = typed({ present: [...draft.present, person] })
  const meant = findings.filter(
    ({ rule, values }) => /-not-listed$/.test(rule) && values.name === name,
  )
  expect(settled).toHaveLength(meant.length)
})

test("a day that is typed for the next meeting settles that it has none", () => {
  expect(open("next-meeting-undated")).toBeDefined()
  // Other words without a day: the old ones are gone, and these are found.
  const undated = typed({ nextMeeting: "In some weeks, at the quay." })
  expect(undated.found.map(({ rule }) => rule)).toEqual(["next-meeting-undated"])
  const dated = typed({ nextMeeting: "4 April 2023 at 2 p.m. UTC" })
  expect(dated.settled).toEqual(["next-meeting-undated"])
  expect(dated.found).toEqual([])
})

test("an error that is typed is found, and only that", () => {
  const words = plainWords("en")
  const opening = readPlain(
    sectionOf(draft.text, OPENING),
    "Join with the passcode: 882 431.",
    words,
    [],
  )
  const text = { ...draft.text, sections: { ...draft.text.sections, [OPENING]: opening } }
  const { found } = typed({ text })
  expect(found.map(({ rule }) => rule)).toContain("personal-data")
  expect(found.every(({ severity }) => severity !== "note")).toBe(true)
  const again = lookAgain({ ...draft, text }, { ...draft, text, title: "T" }, findings, NO_CONTEXT)
  expect(again.findings).toHaveLength(findings.length)
})
