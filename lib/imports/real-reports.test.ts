import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { inputPath, inputsMissing } from "@/e2e/support/inputs"
import { describeFinding } from "@/lib/check/describe"
import { reportAsJson } from "./as-json"
import { draftOf, wordsInValues } from "./draft"
import { readPath } from "./read-safely"
import { wordsKept } from "./words-kept"

type Expected = {
  printed: string[]
  canonical: number
  startsAt: string
  hosts: string[]
  moderators: string[]
  agenda: string[]
  noUpdate?: string[]
  notRecorded?: string[]
  participants: string[]
  nextMeeting: string | null
  decisionsContain?: string[]
  actionsContain?: string[]
  missingSpeakers?: string[]
  findings: string[]
  notFindings: string[]
}
type Item = { label: string; coverage: string; children: Item[] }

/** What is expected of each report stands beside them, and is read when they are there. */
const expected: Record<string, Expected> =
  inputsMissing === null ? JSON.parse(readFileSync(inputPath("expected.json"), "utf8")) : {}

const names = [
  "report-2021-07-01.txt",
  "report-2021-10-07.txt",
  "report-2022-03-03.txt",
  "report-2022-10-20.txt",
]

const flat = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...flat(item.children)])

async function readReal(name: string) {
  const reading = await readPath(inputPath(name))
  if ("refused" in reading) throw new Error(`${name} was refused: ${reading.refused.code}`)
  if (reading.kind !== "report") throw new Error(`${name} was read as a document`)
  const { report, source, findings } = reading
  const json = reportAsJson(report, source, findings, (finding) => describeFinding(finding, "en"))
  return { json, source, report }
}

describe("the real reports", () => {
  test.for(names)("%s: every value is right", async (name, { skip }) => {
    skip(inputsMissing !== null, inputsMissing ?? "")
    const { json } = await readReal(name)
    const wanted = expected[name]
    const items = flat(json.agenda)
    const labels = (coverage: string) =>
      items.filter((item) => item.coverage === coverage).map((item) => item.label)
    expect({
      printed: json.number.printed,
      canonical: json.number.canonical,
      startsAt: json.startsAt,
      hosts: json.hosts,
      moderators: json.moderators,
      agenda: items.map((item) => item.label),
      participants: json.participants.map((person) => person.name),
      nextMeeting: json.nextMeeting.startsAt,
    }).toEqual({
      printed: wanted?.printed,
      canonical: wanted?.canonical,
      startsAt: wanted?.startsAt,
      hosts: wanted?.hosts,
      moderators: wanted?.moderators,
      agenda: wanted?.agenda,
      participants: wanted?.participants,
      nextMeeting: wanted?.nextMeeting,
    })
    expect(labels("no-update")).toEqual(wanted?.noUpdate ?? [])
    if (wanted?.notRecorded) expect(labels("not-recorded")).toEqual(wanted.notRecorded)
    const decisions = json.decisions.map(({ text }) => text).join("\n")
    for (const words of wanted?.decisionsContain ?? []) expect(decisions).toContain(words)
    const actions = json.actions.map(({ text }) => text).join("\n")
    for (const words of wanted?.actionsContain ?? []) expect(actions).toContain(words)
  })

  test.for(names)("%s: what is found, and what is not", async (name, { skip }) => {
    skip(inputsMissing !== null, inputsMissing ?? "")
    const { json } = await readReal(name)
    const rules = new Set(json.findings.map(({ rule }) => rule))
    const wanted = expected[name]
    expect([...rules]).toEqual(expect.arrayContaining(wanted?.findings ?? []))
    expect(wanted?.notFindings.filter((rule) => rules.has(rule))).toEqual([])
    const spoke = json.findings.filter(({ rule }) => rule === "speaker-not-listed")
    const missing = wanted?.missingSpeakers ?? []
    expect(spoke).toHaveLength(missing.length)
    for (const person of missing) {
      expect(spoke.filter(({ message }) => message.includes(person))).toHaveLength(1)
    }
  })

  test.for(names)("%s: not a word is lost", async (name, { skip }) => {
    skip(inputsMissing !== null, inputsMissing ?? "")
    const { json, source, report } = await readReal(name)
    const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
    expect(report.words.kept).toBe(report.words.total)
    const drafted = wordsKept(source, wordsInValues(report), draftOf(report, "").text)
    expect(drafted.kept).toBe(drafted.total)
    expect(wordsIn(json.sections.map(({ text }) => text).join("\n"))).toEqual(wordsIn(source))
  })

  test("the deck is a document: its headings and links are found, no word is lost", async ({
    skip,
  }) => {
    skip(inputsMissing !== null, inputsMissing ?? "")
    const reading = await readPath(inputPath("overview-deck-2022.txt"))
    if (!("document" in reading)) throw new Error("The deck was not read as a document")
    const { title, headings, links, words } = reading.document
    const lines = reading.source.split("\n").map((line) => line.trim())
    expect(title).toBe(lines.find((line) => line !== ""))
    // The slides that are called like things they contain are left to the eye.
    const slides = lines.filter((line) =>
      /^(?:Who|What|Year|Overview|Some proposed|Benefits)/.test(line),
    )
    expect(headings.map(({ text }) => text)).toEqual(expect.arrayContaining(slides))
    expect(links).toHaveLength(reading.source.match(/\]\(/g)?.length ?? 0)
    expect(words.kept).toBe(words.total)
  })
})
