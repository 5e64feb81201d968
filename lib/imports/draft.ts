import { z } from "zod"
import { coverages, limits, participantLists } from "@/lib/meetings/model"
import { minutesText } from "@/lib/minutes/input"
import { CLOSING, emptyText, isLinkTarget, OPENING } from "@/lib/minutes/model"
import { docOfBlocks } from "./draft-text"
import { printedForms, withoutNumber } from "./read/head/numbers"
import type { PortableReport, ReadBlock, ReadItem, ReadParticipant } from "./read/model"
import { textsOf } from "./read/text/tally"
import { overOf } from "./room"

const longestNotice = 2000
const words = (most: number) => z.string().max(most)

const listed = z.object({
  name: z.string().min(1).max(limits.title),
  capacity: words(limits.capacity),
  /** Other names that the file itself gives to the same person. */
  aliases: z.array(words(limits.title)).default([]),
})

const fields = z.object({
  number: z.int().min(1).max(limits.number).nullable(),
  printed: z.array(words(40)),
  title: words(limits.title),
  startsAt: z.iso.datetime().nullable(),
  /** The day of a meeting whose hour is not known; null where the start says it, or nobody knows. */
  day: z.iso.date().nullable().default(null),
  zone: z.string().min(1),
  /** Length in minutes and place, where the file says them. */
  minutes: z.int().min(1).max(limits.length).nullable().default(null),
  place: words(limits.place).default(""),
  hosts: z.array(words(limits.title)),
  moderators: z.array(words(limits.title)),
  chairs: z.array(words(limits.title)).default([]),
  noteTaker: words(limits.title).nullable().default(null),
  /** Capacities of those in office, by their names; who is not here has the one of the list. */
  capacities: z.record(z.string(), words(limits.capacity)).default({}),
  list: z.enum(participantLists),
  agenda: z.array(
    z.object({
      id: z.uuid(),
      /** As the source numbers it; the meeting's agenda is numbered by its order. */
      printed: words(40),
      depth: z.int().min(0).max(2),
      title: z.string().trim().min(1).max(limits.agendaTitle),
      presenter: words(limits.presenter),
      minutes: z.int().min(1).max(limits.itemLength).nullable(),
      coverage: z.enum(coverages),
    }),
  ),
  text: minutesText,
  present: z.array(listed).max(limits.attendees),
  regrets: z.array(listed).max(limits.attendees),
  /** Those who took part in writing. */
  written: z.array(listed).max(limits.attendees).default([]),
  nextMeeting: words(longestNotice),
  /** Findings that somebody has answered, by their place in the list. */
  settled: z.array(z.int().min(0)),
  /** Those among them that were left as they are; a draft of before does not tell them from the others. */
  left: z.array(z.int().min(0)).optional(),
})

/** What a file becomes when it is saved: everything in it can be corrected before. */
export const importDraft = fields.transform((draft) => ({
  ...draft,
  left: draft.left ?? draft.settled,
}))

export type ImportDraft = z.infer<typeof importDraft>
export type DraftPerson = ImportDraft["present"][number]

/**
 * The draft that a reading suggests. What a value was read from whole is in that value: the heading of
 * an item in its title, "nothing to report" in its coverage. Everything else stays as text, in its place.
 * `groupName` need not stand in the title of the meeting too.
 */
export function draftOf(report: PortableReport, groupName: string): ImportDraft {
  const rows = rowsOf(report.agenda).slice(0, limits.agendaItems)
  const text = emptyText(rows)
  const spoken = linesInText(report)
  const sections = new Map<string, PortableReport["blocks"]>()
  let begun = false
  for (const block of report.blocks) {
    const row = rows.find(({ printed }) => printed === block.item)
    begun ||= row !== undefined
    if (isInValues(block, row, spoken)) continue
    const isLast = after.has(block.part) || (begun && block.part === "discussion")
    const id = row?.id ?? (isLast ? CLOSING : OPENING)
    sections.set(id, [...(sections.get(id) ?? []), block])
  }
  for (const [id, blocks] of sections) text.sections[id] = docOfBlocks(blocks, report)
  const start = report.start?.value
  return {
    number: report.numbers.canonical?.value ?? null,
    printed: printedForms(report.numbers.printed).map((form) => cut(form, 40)),
    title: titleOf(report, groupName),
    startsAt: start?.instant ?? null,
    day: start && !start.instant ? start.date : null,
    zone: "UTC",
    minutes: null,
    place: "",
    chairs: [],
    noteTaker: null,
    capacities: {},
    hosts: report.hosts.map(({ value }) => cut(value, limits.title)),
    moderators: report.moderators.map(({ value }) => cut(value, limits.title)),
    list:
      report.participants.length === 0 && report.participantsPromise?.says === "on-request"
        ? "on-request"
        : "annexed",
    agenda: rows,
    text,
    present: report.participants.slice(0, limits.attendees).map(listedPerson),
    regrets: report.regrets.slice(0, limits.attendees).map(listedPerson),
    written: [],
    nextMeeting: cut(report.nextMeeting?.text ?? "", longestNotice),
    settled: [],
    left: [],
  }
}

/** Parts of a report behind its discussion: their text stands at the end of the minutes. */
const after = new Set<ReadBlock["part"]>(["next", "participants", "closing"])

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** "Remaining agenda items (4-5)": a heading that tells of its items by their numbers alone. */
const numbersOnly =
  /^(?:remaining |other |outstanding |further )?(?:agenda )?(?:items?|points?|topics?) [\d\s().,:;&–—/-]{1,40}(?:(?:and|to) \d{1,2}[\s).:]{0,4})?$/i

/**
 * The words of a report that its draft has in values instead of the text: what stands in number, start,
 * title, agenda, people, in coverage, in the numbering of lists, and in "DECISION:" and the like.
 */
export function wordsInValues(report: PortableReport): string[] {
  const rows = rowsOf(report.agenda).slice(0, limits.agendaItems)
  const spoken = linesInText(report)
  const marked = [...report.decisions, ...report.actions].filter(({ how }) => how === "read")
  return report.blocks.flatMap((block) => {
    const row = rows.find(({ printed }) => printed === block.item)
    if (isInValues(block, row, spoken)) return [...textsOf(block)]
    const hrefs = block.marks.flatMap(({ href }) => (href && !isLinkTarget(href) ? [href] : []))
    const labels = marked.filter((each) => each.block === block.id)
    return [
      ...(block.marker && block.kind !== "heading" ? [block.marker] : []),
      ...hrefs,
      ...labels.map(({ from }) => block.text.slice(0, from)),
    ]
  })
}

/** Whether a block stands in a value or under an item of the agenda; every other one fits nowhere. */
export function isPlaced(block: ReadBlock, agenda: readonly ReadItem[]): boolean {
  const has = (items: readonly ReadItem[]): boolean =>
    items.some(({ label, children }) => cut(label, 40) === block.item || has(children))
  return block.understood || (block.item !== null && has(agenda))
}

function isInValues(block: ReadBlock, row: Row | undefined, spoken: ReadonlySet<number>): boolean {
  if (row !== undefined && repeats(block, row)) return true
  return block.understood && !block.at.some(({ line }) => spoken.has(line))
}

/**
 * Lines that stay in the text although values were read from them: of lists that are too long, and the one
 * that gives a day without an hour, for which a meeting has no place.
 */
function linesInText(report: PortableReport): ReadonlySet<number> {
  const { start } = report
  const day = start?.at && !start.value.instant ? [start.at.line] : []
  return new Set([...overOf(report).lines, ...day])
}

/** Whether a block says no more than the item's title, or than that there was nothing to say. */
function repeats(block: PortableReport["blocks"][number], row: Row): boolean {
  if (block.kind === "heading") {
    const title = new Set(wordsOf(row.title))
    return (
      numbersOnly.test(block.text.slice(0, 80)) ||
      wordsOf(block.text).every((word) => title.has(word))
    )
  }
  return row.coverage === "no-update" && block.text.split(/\s+/).length <= shortNotice
}

/** "N/A", "Nothing further to report.": more words than this say something. */
const shortNotice = 5

type Row = ImportDraft["agenda"][number]

function rowsOf(items: readonly ReadItem[], depth = 0): Row[] {
  return items.flatMap(({ label, title, presenter, minutes, coverage, children }) => [
    {
      id: crypto.randomUUID(),
      printed: cut(label, 40),
      depth,
      title: cut(withoutPresenter(title, presenter), limits.agendaTitle) || label,
      presenter: cut(presenter ?? "", limits.presenter),
      minutes: minutes && minutes <= limits.itemLength ? minutes : null,
      coverage,
    },
    ...rowsOf(children, Math.min(depth + 1, 2)),
  ])
}

/** What a title says besides the group's name and the number of the meeting: often nothing. */
function titleOf({ title, numbers }: PortableReport, groupName: string): string {
  const printed = new Set(printedForms(numbers.printed))
  const parts = (title?.value ?? "")
    .split(", ")
    .filter((part) => !namesGroup(part, groupName))
    .map((part) => withoutNumber(part, printed))
  return cut(parts.filter(Boolean).join(", "), limits.title)
}

/** "MAG Working Group on Tides" names the "Working Group on Tides" as well as its own name does. */
function namesGroup(part: string, groupName: string): boolean {
  const [one = "", other = ""] = [bare(part), bare(groupName)].sort((a, b) => a.length - b.length)
  return one.length >= 8 && other.includes(one)
}

/** A name in brackets at the end of a title has a field of its own. */
function withoutPresenter(title: string, presenter: string | null): string {
  const at = presenter ? title.lastIndexOf(`(${presenter})`) : -1
  return (at > 0 ? title.slice(0, at) : title).trim()
}

/** The beginning of a text, never half a character: the database refuses those. */
function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .toWellFormed()
    .replace(/\ufffd$/, "")
}

function listedPerson({ name, capacity, aliases }: ReadParticipant): DraftPerson {
  return {
    name: cut(name, limits.title),
    capacity: cut(capacity, limits.capacity),
    aliases: aliases.map((alias) => cut(alias, limits.title)),
  }
}
