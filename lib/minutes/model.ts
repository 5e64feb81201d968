import { longestName } from "@/lib/people/model"

/** The form of the text. A reader that meets a higher one must refuse it, never drop what it does not know. */
export const TEXT_SCHEMA = 1

/** The id of an agenda item, or one of the two sections that every meeting has. */
export type SectionId = string
export const OPENING = "opening"
export const CLOSING = "closing"

export type Mark = { type: "bold" } | { type: "italic" } | { type: "link"; attrs: { href: string } }

export type TextNode = { type: "text"; text: string; marks?: Mark[] }
export type HardBreak = { type: "hardBreak"; marks?: Mark[] }
export type Mention = {
  type: "mention"
  attrs: { personId: string; label: string }
  marks?: Mark[]
}
export type Inline = TextNode | HardBreak | Mention

/** An empty line has no `content` at all, so that one text has one form. */
export type Paragraph<I = Inline> = { type: "paragraph"; content?: I[] }
export type ListItem<I = Inline> = {
  type: "listItem"
  content: [Paragraph<I>, ...PlainBlock<I>[]]
}
export type BulletList<I = Inline> = { type: "bulletList"; content: ListItem<I>[] }
export type OrderedList<I = Inline> = {
  type: "orderedList"
  attrs: { start: number }
  content: ListItem<I>[]
}
/** What may stand inside a quote, a list or a block of the record; `I` is what stands in a line. */
export type PlainBlock<I = Inline> = Paragraph<I> | BulletList<I> | OrderedList<I>
export type Blockquote<I = Inline> = { type: "blockquote"; content: PlainBlock<I>[] }

/** A person as named in the text; `personId` is null for someone who is not on the list of people. */
export type Named = { personId: string | null; name: string }

/** Somebody whom the text may name: of the group, or on the list of the meeting; capacity of that day. */
export type MinutesPerson = { id: string; name: string; capacity: string }

export type Statement = {
  type: "statement"
  attrs: { id: string; personId: string | null; name: string; capacity: string }
  content: PlainBlock[]
}
export type Decision = { type: "decision"; attrs: { id: string }; content: PlainBlock[] }
/** `due` is a day, `YYYY-MM-DD`. */
export type Action = {
  type: "action"
  attrs: { id: string; owners: Named[]; due: string | null }
  content: PlainBlock[]
}
export type Question = {
  type: "question"
  attrs: { id: string; outcome: string | null }
  content: PlainBlock[]
}
export type RecordBlock = Statement | Decision | Action | Question
export type Block = PlainBlock | Blockquote | RecordBlock

/** One section: what one editor holds, and later one fragment of the shared document. */
export type SectionDoc = { type: "doc"; content: Block[] }

/** The whole minutes. The order of the sections is data of its own, so that moving one moves no text. */
export type MinutesText = {
  schema: typeof TEXT_SCHEMA
  order: SectionId[]
  sections: Record<SectionId, SectionDoc>
}

/** What a save gives back: the revision that now stands, and the instant of its commit (ISO 8601). */
export type SavedMinutes = { revision: number; savedAt: string }

/** A save that came too late changed nothing. Both texts, and the two merged, for whoever decides. */
export type StaleSave = {
  base: number
  mine: MinutesText
  /** What was saved meanwhile; `mark` is another one as soon as anything else is. */
  stored: { mark: string; text: MinutesText; savedAt: string; author: string | null }
  both: MinutesText
}

/** What stands beside a revision that brought an older one back. */
export const restoredNote = (from: number) => `restored ${from}`
export function restoredFrom(note: string): number | null {
  const [, from] = /^restored (\d+)$/.exec(note) ?? []
  return from === undefined ? null : Number(from)
}

/** What stands beside a revision that put the words into the text which a comment proposed. */
export const appliedNote = (commentId: string) => `applied ${commentId}`
export const isApplied = (note: string): boolean => note.startsWith("applied ")

/** What stands beside a revision that put the words into the text which somebody quoted there asked for. */
export const quotedNote = (name: string) => `quoted ${name}`
export function quotedBy(note: string): string | null {
  const [, name] = /^quoted (.+)$/s.exec(note) ?? []
  return name ?? null
}

/** A text has to stay within these; the editor and the importer can rely on them. */
export const LIMITS = {
  sections: 400,
  nodes: 40_000,
  /** 100,000 words come to about 675,000. */
  characters: 1_000_000,
  depth: 24,
  name: longestName,
  capacity: 300,
  outcome: 2_000,
  owners: 50,
  href: 2_000,
} as const

/** Whether an address may stand behind a link: whole, and http, https or mailto. */
export function isLinkTarget(address: string): boolean {
  if (address.length > LIMITS.href || !URL.canParse(address)) return false
  return ["http:", "https:", "mailto:"].includes(new URL(address).protocol)
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. There was no year 0. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < "0001") return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

export function isRecordBlock(block: Block): block is RecordBlock {
  return (
    block.type === "statement" ||
    block.type === "decision" ||
    block.type === "action" ||
    block.type === "question"
  )
}

export function emptyDoc(): SectionDoc {
  return { type: "doc", content: [{ type: "paragraph" }] }
}

/** Nothing but blank paragraphs. A block of the record counts as something even without words. */
export function isEmptyDoc(doc: SectionDoc): boolean {
  return doc.content.every(
    (block) =>
      block.type === "paragraph" &&
      (block.content ?? []).every((node) => node.type === "text" && node.text.trim() === ""),
  )
}

/** The text of a meeting before its first word: a section for every item, in the order given. */
export function emptyText(items: readonly { id: string }[]): MinutesText {
  const order = [OPENING, ...items.map((item) => item.id), CLOSING]
  return {
    schema: TEXT_SCHEMA,
    order,
    sections: Object.fromEntries(order.map((id) => [id, emptyDoc()])),
  }
}

/** The document of a section; an empty one where the text has none yet. */
export function sectionOf(text: MinutesText, id: SectionId): SectionDoc {
  return text.sections[id] ?? emptyDoc()
}

/**
 * The sections in the order of the agenda (`items` in reading order). One whose item is gone stays
 * behind the one it followed in `before` for as long as it has words.
 */
export function agendaOrder(
  before: readonly SectionId[],
  items: readonly { id: string }[],
  hasWords: (id: SectionId) => boolean,
): SectionId[] {
  const agenda = [OPENING, ...items.map((item) => item.id), CLOSING]
  const known = new Set(agenda)
  const order = [...agenda]
  for (const [place, id] of before.entries()) {
    if (known.has(id) || !hasWords(id)) continue
    const previous = before.slice(0, place).findLast((other) => order.includes(other))
    const after = previous === CLOSING ? order.length - 2 : order.indexOf(previous ?? OPENING)
    order.splice(after + 1, 0, id)
  }
  return order
}

/** The text fitted to the agenda: new items get an empty section, and no word is ever lost. */
export function withAgenda(text: MinutesText, items: readonly { id: string }[]): MinutesText {
  const order = agendaOrder(text.order, items, (id) => !isEmptyDoc(sectionOf(text, id)))
  return {
    schema: TEXT_SCHEMA,
    order,
    sections: Object.fromEntries(order.map((id) => [id, sectionOf(text, id)])),
  }
}

/** Sections that still hold text although their item is no longer on the agenda, in order. */
export function strandedSections(text: MinutesText, items: readonly { id: string }[]): SectionId[] {
  const agenda = new Set([OPENING, CLOSING, ...items.map((item) => item.id)])
  return text.order.filter((id) => !agenda.has(id) && !isEmptyDoc(sectionOf(text, id)))
}

/** The words of a line: a mention reads as its label, a break as a new line. */
export function inlineText(nodes: readonly Inline[] = []): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.text
      return node.type === "mention" ? node.attrs.label : "\n"
    })
    .join("")
}

/** The words of a block, a paragraph a line. Who said it and who owns it stand in the attributes. */
export function blockText(block: Block | ListItem): string {
  return block.type === "paragraph"
    ? inlineText(block.content)
    : block.content.map(blockText).join("\n")
}

export function docText(doc: SectionDoc): string {
  return doc.content.map(blockText).join("\n")
}

/** Every word of the minutes in reading order, sections parted by a blank line. */
export function plainText(text: MinutesText): string {
  return text.order.map((id) => docText(sectionOf(text, id))).join("\n\n")
}

/** The number of words, counted as the language of the reader counts them. */
export function countWords(text: MinutesText, locale: string): number {
  const words = new Intl.Segmenter(locale, { granularity: "word" })
  let count = 0
  for (const id of text.order) {
    for (const part of words.segment(docText(sectionOf(text, id)))) if (part.isWordLike) count++
  }
  return count
}
