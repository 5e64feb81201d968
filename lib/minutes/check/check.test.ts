import { describe, expect, test } from "vitest"
import { describeFinding } from "@/lib/check/describe"
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
import { missingPeople } from "./model"
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
    expect(finding).toMatchObject({ fact: "document", where: { words: "[the draft](#)" } })
    expect(finding && fixesFor(finding)).toEqual([{ name: "replace", words: "the draft" }])
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
  test("it is told of the meeting, not of a title, which minutes do not have", () => {
    const opening = [p("The 22nd meeting of the group was held on 15 June 2023 at 13:00 UTC.")]
    const sentences = ["number-mismatch", "date-mismatch"].flatMap((rule) =>
      named(rule, { opening }).map((finding) => describeFinding(finding, "en")),
    )
    expect(sentences).toEqual([
      "Two numbers: the meeting is 21, the text says 22nd. 21 counts.",
      "Two dates: the meeting was on 14 June 2023, the text says 15 June 2023. The day of the meeting counts.",
    ])
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

describe("a sentence that decides and hands out work", () => {
  const task = "Ilva Morandini will write a first draft of it."
  const decided = (...more: Block[]): Record<string, Block[]> => ({
    one: [
      {
        type: "decision",
        attrs: { id: "d" },
        content: [p(`It was agreed that the group will send a letter. ${task}`)],
      },
      ...more,
    ],
  })
  const action = (words: string): Block => ({
    type: "action",
    attrs: { id: "a", owners: [{ personId: null, name: "Ilva Morandini" }], due: null },
    content: [p(words)],
  })
  test("still asks for the action once the decision is marked", () => {
    expect(named("action-unmarked", decided())).toMatchObject([{ where: { words: task } }])
  })
  test("asks no more when the action stands beside it in the same words", () => {
    expect(named("action-unmarked", decided(action(task)))).toEqual([])
    expect(
      named("action-unmarked", decided(action("Somebody else does another thing."))),
    ).toHaveLength(1)
  })
  test("asks for no decision that stands beside its paragraph in the same words", () => {
    const words = "It was agreed that the group will send a letter."
    const block: Block = { type: "decision", attrs: { id: "d" }, content: [p(words)] }
    expect(named("decision-unmarked", { one: [p(words), block] })).toEqual([])
  })
})

describe("what stands in a field of the meeting", () => {
  test("is said to stand there, where no section has it", () => {
    const undated = named("next-meeting-undated", {}, { nextMeetingText: "In two weeks, or so" })
    expect(undated).toMatchObject([{ where: null, fact: "nextMeeting" }])
    const yearless = named("relative-date", {}, { nextMeetingText: "On 28 June, at 13:00 UTC." })
    expect(yearless).toMatchObject([{ where: null, fact: "nextMeeting" }])
    const closing = [p("The next meeting will be arranged by a poll.")]
    expect(named("next-meeting-undated", { closing })).toMatchObject([{ fact: null }])
  })
  test("an action in it is offered for the end of the text, until some section has it", () => {
    const task = "Ilva Morandini will send a poll to the list."
    const nextMeetingText = `Next meeting: ${task}`
    const [finding] = named("action-unmarked", {}, { nextMeetingText })
    expect(finding).toMatchObject({ where: null, fact: "nextMeeting" })
    expect(finding && fixesFor(finding)).toEqual([
      { name: "addAction", words: task, owners: ["Ilva Morandini"] },
    ])
    const action: Block = {
      type: "action",
      attrs: { id: "a", owners: [{ personId: null, name: "Ilva Morandini" }], due: null },
      content: [p(task)],
    }
    expect(named("action-unmarked", { two: [action] }, { nextMeetingText })).toEqual([])
    const closing = [p(task)]
    expect(named("action-unmarked", { closing }, { nextMeetingText })).toMatchObject([
      { where: { section: "closing" } },
    ])
  })
  test("an action of somebody who is called by the first name of an alias alone is theirs", () => {
    const people = [{ name: "Ilva Morandini", aliases: ["Vivi Morandini"] }]
    const owners = (attendance: MeetingForReport["attendance"]) =>
      factsOf({}, { attendance, nextMeetingText: "Vivi will send a poll." }, people).actions.map(
        (action) => action.owners,
      )
    expect(owners(base.attendance)).toEqual([["Ilva Morandini"]])
    const other = { kind: "present" as const, name: "Vivi Lindqvist", capacity: "" }
    expect(owners([...base.attendance, other])).not.toContainEqual(["Ilva Morandini"])
  })
  test("is not told twice when the text says it in the same words", () => {
    const words =
      "It was agreed that the next call of the group takes place on 28 June 2023 at 13:00 UTC."
    expect(
      named("repeated-paragraph", { closing: [p(words)] }, { nextMeetingText: words }),
    ).toEqual([])
    expect(named("repeated-paragraph", { closing: [p(words), p(words)] })).toHaveLength(1)
  })
  test("a name in the attendance that was cut off is noted", () => {
    const attendance = [
      ...base.attendance,
      { kind: "present" as const, name: "Farah M", capacity: "" },
    ]
    expect(named("list-truncated", {}, { attendance })).toMatchObject([
      {
        severity: "note",
        where: null,
        fact: "attendance",
        values: { how: "name", text: "Farah M" },
      },
    ])
    expect(named("list-truncated", {})).toEqual([])
  })
  test("the start of the meeting is written as a text would write it", () => {
    const opening = [p("The 21st meeting was held on 14 June 2023 at 3 p.m. UTC.")]
    const [finding] = named("time-mismatch", { opening })
    expect(finding && fixesFor(finding)).toEqual([
      { name: "replace", words: "14 June 2023 at 13:00 UTC" },
    ])
  })
})

test("one press puts the day behind words that only say how long it is until then", () => {
  const closing = [p("The next meeting will be held in two weeks.")]
  const [finding] = named("next-meeting-undated", { closing })
  const words = "The next meeting will be held in two weeks (Wednesday 28 June 2023)."
  expect(finding && fixesFor(finding)).toEqual([{ name: "replace", words }])
  const french = finding && fixesFor(finding, "fr")
  expect(french).toMatchObject([{ words: expect.stringContaining("(mercredi 28 juin 2023).") }])
})

test("one press says which document a paragraph is of, for each that may be meant", () => {
  const one = [
    p("The Roadmap for Digital Cooperation and Our Common Agenda speak of the forum."),
    p("Somebody read the first sentence of para 93 aloud."),
  ]
  const [finding] = named("citation-ambiguous", { one })
  expect(finding && fixesFor(finding)).toEqual([
    { name: "replace", words: "para 93 (A/74/821)" },
    { name: "replace", words: "para 93 (A/75/982)" },
  ])
})

test("one press says what became of an item of which nothing is recorded", () => {
  const [finding] = named("item-not-recorded", { one: [p("Words.")] })
  expect(finding && fixesFor(finding)).toEqual([
    { name: "markItem", itemId: "two", coverage: "not-reached" },
    { name: "markItem", itemId: "two", coverage: "no-update" },
  ])
  for (const coverage of ["not-reached", "no-update"] as const) {
    const agenda = base.agenda.map((node) => ({ ...node, coverage, children: [] }))
    expect(named("item-not-recorded", { one: [p("Words.")] }, { agenda })).toEqual([])
  }
})

test("whoever is missing from the attendance is counted once, however often they are found", () => {
  const found = check(
    { one: [p("Cleo Duarte said that it was late."), p("Farah Mensimah asked for more.")] },
    { offices: [{ kind: "host", name: "Cleo Duarte", capacity: "" }] },
  ).map((finding) => ({ ...finding, sentence: "", fixes: fixesFor(finding), left: null }))
  expect(missingPeople(found)).toEqual(["Cleo Duarte", "Farah Mensimah"])
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
