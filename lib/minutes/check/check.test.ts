import { describe, expect, test } from "vitest"
import { NO_CONTEXT } from "@/lib/check/model"
import type { AgendaNode, MeetingForReport } from "@/lib/meetings/for-report"
import {
  type Block,
  blockText,
  emptyText,
  type Inline,
  type MinutesText,
  type Paragraph,
} from "../model"
import { checkMinutes } from "./check"
import { minutesFacts } from "./facts"
import { fixesFor } from "./fixes"
import { sourceOf } from "./source"

const item = (id: string, label: string, title: string, children: AgendaNode[] = []): AgendaNode =>
  ({ id, label, title, coverage: null, children }) as unknown as AgendaNode

const base: MeetingForReport = {
  id: "m",
  group: { slug: "wg-tides", shortName: "WG-Tides", name: "Working Group on Tides" },
  number: 21,
  printedNumbers: [],
  title: "",
  startsAt: new Date("2023-06-14T13:00:00Z"),
  zone: "UTC",
  minutes: 60,
  place: "",
  participantList: "annexed",
  fromArchive: false,
  nextMeetingText: "",
  cancelledAt: null,
  beside: "1.1.1",
  noteTaker: null,
  offices: [{ kind: "host", name: "Oriel Santamaria", capacity: "" }],
  agenda: [
    item("one", "1", "Lessons of the summer school"),
    item("two", "2", "Letters", [item("sub", "2a", "The host country")]),
  ],
  attendance: [
    { kind: "present", name: "Oriel Santamaria", capacity: "" },
    { kind: "present", name: "Ilva Morandini", capacity: "" },
    { kind: "regrets", name: "Samir Koskela", capacity: "" },
  ],
}

const p = (...content: (string | Inline)[]): Paragraph => ({
  type: "paragraph",
  content: content.map((each) => (typeof each === "string" ? { type: "text", text: each } : each)),
})

function textOf(sections: Record<string, Block[]>): MinutesText {
  const text = emptyText([{ id: "one" }, { id: "two" }, { id: "sub" }])
  for (const [id, content] of Object.entries(sections)) text.sections[id] = { type: "doc", content }
  return text
}

const factsOf = (
  sections: Record<string, Block[]>,
  changes: Partial<MeetingForReport> = {},
  people: { name: string; aliases: string[] }[] = [],
) => {
  const meeting = { ...base, ...changes }
  const text = textOf(sections)
  return minutesFacts(meeting, text, sourceOf(meeting, text), people)
}
const check = (sections: Record<string, Block[]>, changes: Partial<MeetingForReport> = {}) =>
  checkMinutes({ ...base, ...changes }, textOf(sections), NO_CONTEXT)
const named = (rule: string, ...given: Parameters<typeof check>) =>
  check(...given).filter((finding) => finding.rule === rule)

describe("what has a field is taken from it", () => {
  test("number, start, offices, those present, and the agenda with its coverage", () => {
    const facts = factsOf({ one: [p("Forty people had taken part.")] })
    expect(facts.numbers.canonical?.value).toBe(21)
    expect(facts.start?.value).toMatchObject({ date: "2023-06-14", time: "13:00", zone: "UTC" })
    expect(facts.hosts.map(({ value }) => value)).toEqual(["Oriel Santamaria"])
    expect(facts.participants.map(({ name }) => name)).toEqual([
      "Oriel Santamaria",
      "Ilva Morandini",
    ])
    expect(facts.agenda.map(({ label, coverage }) => [label, coverage])).toEqual([
      ["1", "discussed"],
      ["2", "not-recorded"],
    ])
  })

  test("decisions and actions from their blocks, with owners; those who are quoted, from statements", () => {
    const facts = factsOf({
      one: [
        { type: "decision", attrs: { id: "d" }, content: [p("The plan is adopted.")] },
        {
          type: "action",
          attrs: { id: "a", owners: [{ personId: null, name: "Ilva Morandini" }], due: null },
          content: [p("Send it to the host.")],
        },
        {
          type: "statement",
          attrs: { id: "s", personId: null, name: "Cleo Duarte", capacity: "" },
          content: [p("The tide waits for nobody.")],
        },
      ],
    })
    expect(facts.decisions).toMatchObject([
      { text: "The plan is adopted.", item: "1", how: "read" },
    ])
    expect(facts.actions).toMatchObject([{ owners: ["Ilva Morandini"], how: "read" }])
    expect(facts.mentions).toMatchObject([{ name: "Cleo Duarte", speaks: true, item: "1" }])
  })

  test("aliases of those present are known", () => {
    const sections = { one: [p("Vivi Morandini said that the tide was high.")] }
    const people = [{ name: "Ilva Morandini", aliases: ["Vivi Morandini"] }]
    const meeting = base
    const text = textOf(sections)
    const rules = (known: typeof people) =>
      checkMinutes(meeting, text, { ...NO_CONTEXT, people: known }).map(({ rule }) => rule)
    expect(rules([])).toContain("speaker-not-listed")
    expect(rules(people)).not.toContain("speaker-not-listed")
  })

  test("a list that is kept for those who ask contradicts nothing; an annexed one does", () => {
    const opening = [p("The list of participants is available upon request.")]
    const rule = "participants-contradiction"
    expect(named(rule, { opening })).toHaveLength(1)
    expect(named(rule, { opening }, { participantList: "on-request" })).toEqual([])
  })

  test("the field for the next meeting, else the text", () => {
    const rule = "next-meeting-undated"
    expect(named(rule, {}, { nextMeetingText: "In two weeks, or so" })).toHaveLength(1)
    expect(named(rule, {}, { nextMeetingText: "28 June 2023, 13:00 UTC" })).toEqual([])
    const closing = [p("The next meeting will be arranged by a poll.")]
    expect(named(rule, { closing })).toMatchObject([{ where: { section: "closing" } }])
  })
})

describe("places lead back to the words", () => {
  test("of whoever speaks and is not among those present", () => {
    const [finding] = named("speaker-not-listed", {
      two: [p("Nobody spoke."), p("Then ", "Cleo Duarte said that the fund allows for eight.")],
    })
    expect(finding?.where).toEqual({
      section: "two",
      title: "2 Letters",
      paragraph: 1,
      from: 5,
      to: 16,
      words: "Cleo Duarte",
    })
  })

  test("through mentions, breaks, lists and blocks", () => {
    const mention: Inline = {
      type: "mention",
      attrs: { personId: "00000000-0000-4000-8000-000000000000", label: "Ilva Morandini" },
    }
    const content: Block[] = [
      { type: "bulletList", content: [{ type: "listItem", content: [p("One."), p("Two.")] }] },
      {
        type: "decision",
        attrs: { id: "d" },
        content: [p(mention, " wrote", { type: "hardBreak" }, "a **bold word.")],
      },
    ]
    const [finding] = named("stray-markup", { sub: content })
    expect(finding?.where).toMatchObject({ section: "sub", paragraph: 2, words: "**" })
    const [, block] = content
    const { from, to } = finding?.where ?? { from: 0, to: 0 }
    expect(block && blockText(block).slice(from, to)).toBe("**")
  })

  test("of an item of which nothing is recorded: its section", () => {
    expect(named("item-not-recorded", { one: [p("Words.")] })).toMatchObject([
      { where: { section: "two", paragraph: null } },
    ])
  })

  test("of a link that was typed", () => {
    const [finding] = named("placeholder-link", { one: [p("See [the draft](#) for more.")] })
    expect(finding?.where?.words).toBe("[the draft](#)")
  })
})

describe("the opening against the facts of the meeting", () => {
  const told = (words: string) => ({ opening: [p(words)] })
  test("another number, day or time is an error at its words", () => {
    const sentence = "The 22nd meeting of the group was held on 14 June 2023 at 13:00 UTC."
    expect(named("number-mismatch", told(sentence))).toMatchObject([
      { severity: "error", where: { section: "opening", words: "22nd" } },
    ])
    const day = "The 21st meeting of the group was held on 15 June 2023 at 13:00 UTC."
    expect(named("date-mismatch", told(day))).toHaveLength(1)
    const time = "The 21st meeting of the group was held on 14 June 2023 at 15:00 UTC."
    expect(named("time-mismatch", told(time))).toHaveLength(1)
  })
  test("the same instant in another zone is none, nor is a day of something else", () => {
    const zone = "The 21st meeting of the group was held on 14 June 2023 at 22:00 JST."
    expect(check(told(zone)).filter(({ severity }) => severity === "error")).toEqual([])
    const other = "The strategy of 3 May 2022 was taken up again."
    expect(check(told(other)).filter(({ severity }) => severity === "error")).toEqual([])
  })
  test("a number that was recorded as printed is known to differ", () => {
    const sentence = "The 22nd meeting of the group was held on 14 June 2023 at 13:00 UTC."
    expect(named("number-mismatch", told(sentence), { printedNumbers: ["22nd"] })).toEqual([])
  })
})

describe("a key", () => {
  const sentence = "It was agreed that the group will send a letter."
  test("stays when the words move and the agenda is numbered anew, and differs with the words", () => {
    const [here] = named("decision-unmarked", { one: [p(sentence)] })
    const [there] = named("decision-unmarked", { closing: [p("Before."), p(sentence)] })
    const [other] = named("decision-unmarked", { one: [p(sentence.replace("letter", "note"))] })
    expect(there?.key).toBe(here?.key)
    expect(other?.key).not.toBe(here?.key)
    const agenda = [item("two", "1", "Letters"), item("one", "2", "Lessons of the summer school")]
    const missing = (changes: Partial<MeetingForReport>) =>
      named("item-not-recorded", { two: [p("Words.")] }, changes).map(({ key }) => key)
    expect(missing({ agenda })).toEqual(missing({}).slice(0, 1))
  })
})

test("a sentence in a block of the record is marked already", () => {
  const content = [p("It was agreed that the group will send a letter.")]
  expect(
    named("decision-unmarked", { one: [{ type: "decision", attrs: { id: "d" }, content }] }),
  ).toEqual([])
})

test("one press puts the day behind words that only say how long it is until then", () => {
  const closing = [p("The next meeting will be held in two weeks.")]
  const [finding] = named("next-meeting-undated", { closing })
  const words = "The next meeting will be held in two weeks (Wednesday 28 June 2023)."
  expect(finding && fixesFor(finding)).toEqual([{ name: "replace", words }])
  const french = finding && fixesFor(finding, "fr")
  expect(french).toMatchObject([{ words: expect.stringContaining("(mercredi 28 juin 2023).") }])
})

test("one press puts the right number in the form of the wrong one", () => {
  const [finding] = named(
    "number-mismatch",
    { opening: [p("The 24th meeting of the group was held on 14 June 2023 at 13:00 UTC.")] },
    { number: 22 },
  )
  expect(finding && fixesFor(finding)).toEqual([{ name: "replace", words: "22nd" }])
})

test("a name that stands twice under capacities apart is only noted, as in the file that it came from", () => {
  const seat = (capacity: string) => ({
    kind: "present" as const,
    name: "Maria Silveira",
    capacity,
  })
  const attendance = [...base.attendance, seat("Tide Register"), seat("Government of Norland")]
  const found = checkMinutes({ ...base, attendance }, textOf({}), NO_CONTEXT)
  expect(found.filter(({ rule }) => rule === "duplicate-participant")).toMatchObject([
    {
      severity: "note",
      values: { name: "Maria Silveira", one: "Tide Register", other: "Government of Norland" },
    },
  ])
})
