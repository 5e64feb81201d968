import type { CheckContext, CoveredItem, Listed, ReportFacts, Span } from "@/lib/check/model"
import { squeezed } from "@/lib/check/words"
import { readDecisions } from "@/lib/imports/read/decisions/decisions"
import { tellsOfMeeting } from "@/lib/imports/read/likelihood"
import { Who } from "@/lib/imports/read/people/who"
import { readPromise } from "@/lib/imports/read/roll/promises"
import { readMentions } from "@/lib/imports/read/speech/mentions"
import { readActions } from "@/lib/imports/read/tasks/actions"
import type { FinishedBlock } from "@/lib/imports/read/text/finished"
import { Locator } from "@/lib/imports/read/text/source"
import { findStrays } from "@/lib/imports/read/text/strays"
import type { AgendaNode, MeetingForReport } from "@/lib/meetings/for-report"
import { foldName } from "@/lib/people/model"
import { isEmptyDoc, type MinutesText, OPENING, sectionOf } from "../model"
import { firstNamesOf } from "./first-names"
import { asBlock, belowHeadings, linksOf } from "./link-facts"
import { nextMeetingOf, numbersOf, startsOf } from "./meeting-facts"
import { labelsOf, lineStarts, NOWHERE, type SourceLine } from "./source"

/**
 * The facts of a meeting's minutes, for the rules: what has a field is taken from it, the rest is read
 * in the text with the same readers as in a file. `lines` are those of `sourceOf`; every place leads to
 * one of them, and a value that stands in a field alone is at `NOWHERE`. Names are known under the
 * aliases of `people`.
 */
export function minutesFacts(
  meeting: MeetingForReport,
  text: MinutesText,
  lines: readonly SourceLine[],
  people: CheckContext["people"],
): ReportFacts {
  const locate = new Locator(lineStarts(lines))
  const blocks = lines.map(asBlock)
  const written = belowHeadings(lines, blocks)
  const prose = written.filter(({ block }) => lines[block.id]?.record == null)
  const own = prose.filter(({ block }) => block.part !== "next")
  const next = prose.filter(({ block }) => block.part === "next")
  const decided = written.filter(({ block }) => lines[block.id]?.record?.type === "decision")
  const opening = lines
    .filter(({ section, record, heading }) => section === OPENING && !record && !heading)
    .map(({ rich }) => rich)
  const ofMeeting = opening.filter(({ text: words }) => tellsOfMeeting(words))
  const participants = listedAt(meeting, people)
  const officers = (kind: "host" | "moderator") =>
    meeting.offices
      .filter((office) => office.kind === kind)
      .map(({ name }) => ({ value: name, at: null, how: "read" as const }))
  const hosts = officers("host")
  const moderators = officers("moderator")
  const names = [
    ...participants,
    ...[...hosts, ...moderators].map(({ value }) => ({ name: value })),
  ]
  const listed = names.map(({ name }) => name)
  const aliases = participants.flatMap(({ name, aliases: all }) =>
    all.map((alias) => ({ name, alias })),
  )
  const who = new Who(listed, [...aliases, ...firstNamesOf(aliases, listed)])
  const mentions = mentionsIn(lines, written, who, locate)
  for (const { name } of mentions) who.add(name)
  const { starts, start } = startsOf(meeting, ofMeeting, locate)
  const promise = readPromise(opening, locate)
  const days = { meeting: start?.value.date ?? null, next: null }
  return {
    numbers: numbersOf(meeting, ofMeeting, locate),
    starts,
    start,
    hosts,
    moderators,
    participants,
    participantsHeading: null,
    participantsPromise: promiseOf(meeting, promise, participants.length),
    agenda: meeting.agenda.map((node) => covered(node, text)),
    headings: [],
    sections: sectionsOf(meeting, lines),
    mentions,
    // "DECISION:" in front of a paragraph is a sign for the eye; the record has blocks.
    decisions: withOthers(
      recorded(lines, "decision"),
      readDecisions(own, locate).map(({ text: words, item, at }) => ({ text: words, item, at })),
    ),
    // A sentence that decides may hand out work as well, also where it is marked as the decision.
    actions: withOthers(
      recorded(lines, "action"),
      [own, decided].flatMap((blocks) => readActions(blocks, locate, who, days)),
      readActions(next, locate, who, days),
    ),
    nextMeeting: nextMeetingOf(meeting, lines, own, start?.value ?? null, locate),
    links: linksOf(written, locate),
    strays: findStrays(written, locate),
    paragraphs: saidOnce(lines).map(({ rich, part, item, heading, listed }) => ({
      text: rich.text,
      part,
      item,
      heading,
      entry: listed ? 0 : null,
      place: (from, to) => locate.span(rich, from, to),
    })),
  }
}

/** Who stands among those present, or has sent input in writing, with capacity and every name that they bear. */
function listedAt({ attendance }: MeetingForReport, people: CheckContext["people"]): Listed[] {
  const known = new Map(people.map(({ name, aliases }) => [foldName(name), aliases]))
  return attendance
    .filter(({ kind }) => kind !== "regrets")
    .map(({ name, capacity }) => ({
      ...{ name, capacity, aliases: known.get(foldName(name)) ?? [], at: null },
    }))
}

/** A list that is kept for those who ask contradicts nothing, as long as the meeting keeps it so. */
function promiseOf(
  { participantList }: MeetingForReport,
  promise: ReturnType<typeof readPromise>,
  count: number,
): ReportFacts["participantsPromise"] {
  if (participantList === "annexed") return promise
  return count > 0 ? null : { says: "on-request", at: promise?.at ?? NOWHERE }
}

/** As the report reckons it: what nobody marked is read off the text. */
function covered(node: AgendaNode, text: MinutesText): CoveredItem {
  const children = node.children.map((child) => covered(child, text))
  const isWritten =
    !isEmptyDoc(sectionOf(text, node.id)) ||
    children.some(({ coverage }) => coverage === "discussed")
  const coverage = node.coverage ?? (isWritten ? "discussed" : "not-recorded")
  return { label: node.label, title: node.title, coverage, at: null, children }
}

function sectionsOf(
  meeting: Pick<MeetingForReport, "agenda">,
  lines: readonly SourceLine[],
): ReportFacts["sections"] {
  const labels = [...labelsOf(meeting.agenda).values()]
  return labels.flatMap((item) => {
    const first = lines.find((line) => line.item === item && !line.heading && hasWords(line))
    if (!first) return []
    return [{ items: [item], label: null, running: false, at: spanOf(first) }]
  })
}

const hasWords = ({ rich }: SourceLine) => /[\p{L}\p{N}]/u.test(rich.text)

function spanOf({ n, from, rich }: SourceLine): Span {
  return { line: n, from, to: from + rich.text.length }
}

/** Who is quoted in a statement, and who speaks in prose; each once, the statement first. */
function mentionsIn(
  lines: readonly SourceLine[],
  written: readonly FinishedBlock[],
  who: Who,
  locate: Locator,
): ReportFacts["mentions"] {
  const quoted = firstLines(lines).flatMap((line) => {
    const { record } = line
    const name = record?.type === "statement" ? record.attrs.name.trim() : ""
    return name ? [{ name, speaks: true, at: spanOf(line), item: line.item }] : []
  })
  for (const { name } of quoted) who.add(name)
  const said = readMentions(written, who, locate)
  const once = new Map<string, ReportFacts["mentions"][number]>()
  for (const mention of [...quoted, ...said]) {
    const key = foldName(mention.name)
    if (!once.has(key)) once.set(key, mention)
  }
  return [...once.values()]
}

/** The first line of every block of the record. */
function firstLines(lines: readonly SourceLine[]): SourceLine[] {
  return lines.filter(({ record }, index) => record !== null && lines[index - 1]?.record !== record)
}

/** What is recorded, and what the text says besides: not what a block of the same item has word for word. */
function withOthers<Recorded extends Told, Other extends Told>(
  recorded: readonly Recorded[],
  others: readonly Other[],
  inField: readonly Other[] = [],
) {
  const isRecorded = ({ text, item }: Told) =>
    recorded.some((each) => each.item === item && squeezed(each.text).includes(squeezed(text)))
  // What a field says belongs to no item: it may be recorded, or told, in any.
  const isTold = ({ text }: Told) =>
    [...recorded, ...others].some((each) => squeezed(each.text).includes(squeezed(text)))
  const left = [
    ...others.filter((each) => !isRecorded(each)),
    ...inField.filter((each) => !isTold(each)),
  ]
  return [
    ...recorded.map((each) => ({ ...each, how: "read" as const })),
    ...left.map((each) => ({ ...each, how: "inferred" as const })),
  ]
}

type Told = { text: string; item: string | null }

/** The lines without a field whose words stand in the text as well: nobody writes them twice by mistake. */
function saidOnce(lines: readonly SourceLine[]): readonly SourceLine[] {
  const said = new Set(lines.flatMap((line) => (line.section ? squeezed(line.rich.text) : [])))
  return lines.filter((line) => line.section || !said.has(squeezed(line.rich.text)))
}

/** The decisions or actions that stand as blocks of the record, with who owns them and by when. */
function recorded(lines: readonly SourceLine[], type: "decision" | "action") {
  return firstLines(lines).flatMap((line) => {
    const { record, item } = line
    if (record?.type !== type) return []
    const words = lines.filter((other) => other.record === record).map(({ rich }) => rich.text)
    const owners = record.type === "action" ? record.attrs.owners.map(({ name }) => name) : []
    const due = record.type === "action" ? record.attrs.due : null
    return [{ text: words.join("\n"), item, owners, due, at: spanOf(line) }]
  })
}
