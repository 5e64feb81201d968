import type { Part, Span } from "@/lib/check/model"
import { agendaIds, type MeetingForReport } from "@/lib/meetings/for-report"
import {
  type Block,
  CLOSING,
  type Inline,
  inlineText,
  type ListItem,
  type MinutesText,
  OPENING,
  type RecordBlock,
  type SectionId,
  sectionOf,
} from "../model"

/** The rich text of the readers: its characters know their offset in the source. */
export type Rich = {
  text: string
  at: number[]
  marks: { from: number; to: number; kind: "bold" | "italic" | "link"; href?: string }[]
}

/**
 * A line of the source that the rules look at: a paragraph of a section, its heading, or a fact of the
 * meeting. `record` is the block of the record around it.
 */
export type SourceLine = {
  /** Counted from 1, as in `Span`. */
  n: number
  /** Where it begins in the source. */
  from: number
  section: SectionId | null
  paragraph: number | null
  part: Part
  /** The label of the agenda item. */
  item: string | null
  heading: boolean
  listed: boolean
  record: RecordBlock | null
  rich: Rich
}

/** A value that stands in no text: it was put into a field. */
export const NOWHERE: Span = { line: 0, from: 0, to: 0 }

/** The labels of the agenda by the ids of its items. */
export function labelsOf(agenda: MeetingForReport["agenda"]): Map<string, string> {
  const labels = new Map<string, string>()
  const collect = (items: MeetingForReport["agenda"]) => {
    for (const item of items) {
      labels.set(item.id, item.label)
      collect(item.children)
    }
  }
  collect(agenda)
  return labels
}

/** The minutes as lines in reading order, one behind the other, and what the meeting says of the next. */
export function sourceOf(
  meeting: Pick<MeetingForReport, "agenda" | "nextMeetingText">,
  text: MinutesText,
): SourceLine[] {
  const lines: SourceLine[] = []
  let end = 0
  const add = (line: Omit<SourceLine, "n" | "from" | "rich">, content: readonly Inline[]) => {
    const rich = richOf(content, end)
    lines.push({ ...line, n: lines.length + 1, from: end, rich })
    end += rich.text.length + 1
  }
  const labels = labelsOf(meeting.agenda)
  const titles = titlesOf(meeting.agenda)
  const bare = { paragraph: null, listed: false, record: null }
  const ids = [OPENING, ...agendaIds(meeting.agenda), CLOSING]
  const order = [...ids, ...text.order.filter((id) => !ids.includes(id))]
  for (const section of order) {
    const item = labels.get(section) ?? null
    const part = partOf(section, labels.size > 0)
    const title = titles.get(section)
    if (title) add({ ...bare, section, part, item, heading: true }, [{ type: "text", text: title }])
    let paragraph = 0
    const walk = (block: Block | ListItem, record: RecordBlock | null, listed: boolean) => {
      if (block.type === "paragraph") {
        const line = { section, paragraph: paragraph++, part, item, heading: false, listed, record }
        add(line, block.content ?? [])
        return
      }
      const around = record ?? (isRecord(block) ? block : null)
      for (const inner of block.content) walk(inner, around, listed || block.type === "listItem")
    }
    for (const block of sectionOf(text, section).content) walk(block, null, false)
  }
  if (meeting.nextMeetingText) {
    const next = { ...bare, section: null, part: "next" as const, item: null, heading: false }
    add(next, [{ type: "text", text: meeting.nextMeetingText }])
  }
  return lines
}

/** The offsets at which lines begin, for whoever asks on which line something stands. */
export const lineStarts = (lines: readonly SourceLine[]) =>
  lines.map(({ n, from, rich }) => ({ n, from, to: from + rich.text.length }))

/** Minutes without an agenda have their whole text in front. */
function partOf(section: SectionId, hasAgenda: boolean): Part {
  if (section === OPENING && hasAgenda) return "opening"
  return section === CLOSING ? "closing" : "discussion"
}

function titlesOf(agenda: MeetingForReport["agenda"]): Map<string, string> {
  const titles = new Map<string, string>()
  const collect = (items: MeetingForReport["agenda"]) => {
    for (const item of items) {
      titles.set(item.id, item.title)
      collect(item.children)
    }
  }
  collect(agenda)
  return titles
}

function isRecord(block: Block | ListItem): block is RecordBlock {
  return ["statement", "decision", "action", "question"].includes(block.type)
}

function richOf(content: readonly Inline[], start: number): Rich {
  const marks: Rich["marks"] = []
  let length = 0
  for (const node of content) {
    const from = length
    length += inlineText([node]).length
    for (const mark of node.marks ?? []) {
      const href = mark.type === "link" ? { href: mark.attrs.href } : {}
      marks.push({ from, to: length, kind: mark.type, ...href })
    }
  }
  const text = inlineText(content)
  return { text, at: Array.from({ length }, (_, index) => start + index), marks: joined(marks) }
}

/** Neighbouring pieces of one link are one link. */
function joined(marks: Rich["marks"]): Rich["marks"] {
  const whole: Rich["marks"] = []
  for (const mark of marks) {
    const before = whole.findLast(({ kind }) => kind === mark.kind)
    if (before && before.to === mark.from && before.href === mark.href) before.to = mark.to
    else whole.push({ ...mark })
  }
  return whole
}
