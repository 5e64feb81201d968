import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { type Finding, NO_CONTEXT } from "@/lib/check/model"
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
  expect(missing).toBeDefined()
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

test("an error that was typed away and is typed again is open again, and what was left stays left", () => {
  const said = (words: string): ImportDraft => {
    const opening = readPlain(sectionOf(draft.text, OPENING), words, plainWords("en"), [])
    return {
      ...draft,
      text: { ...draft.text, sections: { ...draft.text.sections, [OPENING]: opening } },
    }
  }
  const [bad, good] = [said("Join with the passcode: 882 431."), said("Join as usual.")]
  const brought = lookAgain(draft, bad, findings, NO_CONTEXT)
  const place = brought.findings.findIndex(({ rule }) => rule === "personal-data")
  expect(place).toBeGreaterThanOrEqual(findings.length)
  const away = lookAgain(bad, good, brought.findings, NO_CONTEXT)
  expect(away.settled).toContain(place)
  const back = lookAgain(
    { ...good, ...away },
    { ...bad, settled: away.settled },
    away.findings,
    NO_CONTEXT,
  )
  expect(back.settled).not.toContain(place)
  expect(back.findings).toHaveLength(away.findings.length)
  const left = { ...bad, settled: [place] }
  expect(lookAgain(left, { ...left, title: "T" }, away.findings, NO_CONTEXT).settled).toContain(
    place,
  )
})

test("so is a value that was given and is taken out again", () => {
  const place = findings.findIndex(({ rule }) => rule === "next-meeting-undated")
  const dated = { ...draft, nextMeeting: "4 April 2023 at 2 p.m. UTC" }
  const { settled } = lookAgain(draft, dated, findings, NO_CONTEXT)
  expect(settled).toEqual([place])
  const leftFirst = { ...draft, settled, left: settled }
  expect(
    lookAgain(leftFirst, { ...leftFirst, ...dated, left: settled }, findings, NO_CONTEXT),
  ).toMatchObject({
    left: [],
  })
  const undated = { ...draft, nextMeeting: "In some weeks.", settled }
  expect(lookAgain({ ...dated, settled }, undated, findings, NO_CONTEXT).settled).toEqual([])
})

test("a day that is corrected without an hour settles that two are printed", () => {
  const bare = { line: null, from: null, to: null, item: null }
  const mismatch: Finding = {
    ...{ rule: "date-mismatch", severity: "error", place: bare },
    values: { title: "2023-03-07", text: "2023-03-08" },
  }
  const day = { ...draft, startsAt: null, day: "2023-03-07" }
  const again = (changes: Partial<ImportDraft>) =>
    lookAgain(day, { ...day, ...changes }, [mismatch], NO_CONTEXT).settled
  expect(again({ day: "2023-03-08" })).toEqual([0])
  expect(again({ title: "Another" })).toEqual([])
})
