import type { Span } from "@/lib/check/model"
import { guessHeadings } from "./agenda/headings"
import type { Assigned } from "./coverage/discussion"
import { buildDrafts, finishDraft } from "./lines/blocks"
import { readLines } from "./lines/lines"
import type { PlacedLine } from "./lines/placed-line"
import type { ReadBlock, ReadLink } from "./model"
import { readLinks } from "./text/links"
import type { Line } from "./text/shape"
import { Locator, splitLines } from "./text/source"
import { type Tally, tally, textsOf } from "./text/tally"

/** A heading of a document and the block that it is. */
export type DocumentHeading = { level: number; text: string; block: number; at: Span }

/** A paragraph, list entry or heading of a document; together they hold every word of it, in order. */
export type DocumentBlock = Pick<
  ReadBlock,
  "id" | "kind" | "depth" | "value" | "marker" | "text" | "marks" | "at"
> & {
  /** Of a heading, from 1; 0 for everything else. */
  level: number
}

/** What was read in a text of the group that is no report of a meeting. */
export type ReadDocument = {
  title: string | null
  headings: DocumentHeading[]
  links: ReadLink[]
  blocks: DocumentBlock[]
  words: Tally
}

const LONGEST_TITLE = 200

/**
 * Reads a text as a document: its headings, its links and all of its words as blocks in their order.
 * Takes any text at all, in time linear in its length.
 */
export function readDocument(text: string): ReadDocument {
  const cut = splitLines(text)
  const locate = new Locator(cut)
  // The rows of a table stay lines of one paragraph.
  const lines = readLines(text, cut).map((line) =>
    line.whole.text.startsWith("|") ? { ...line, breaks: true } : line,
  )
  const levels = guessHeadings(lines)
  const assigned = new Map(
    [...levels.keys()].map((line): [typeof line, Assigned] => [
      line,
      { item: null, heading: line.whole.text.length, numbered: line.bullet },
    ]),
  )
  const levelOf = (line: Line | undefined) => (line && levels.get(line)) || 1
  const placed = lines.map(
    (line): PlacedLine => ({
      line,
      part: "discussion",
      head: null,
      rest: null,
      under: null,
      page: false,
    }),
  )
  const finished = buildDrafts(placed, assigned).map((draft) => ({
    ...finishDraft(draft),
    level: draft.kind === "heading" ? levelOf(draft.lines[0]) : 0,
    under: null,
    head: null,
  }))
  const blocks = finished.map(({ block, level }): DocumentBlock => {
    const { id, kind, depth, value, marker, text: words, marks, at } = block
    return { id, kind, depth, value, marker, text: words, marks, at, level }
  })
  const headings = finished.flatMap(({ block, rich, level }) =>
    level > 0 && block.text !== ""
      ? [{ level, text: block.text, block: block.id, at: locate.span(rich) }]
      : [],
  )
  const first = headings[0]?.text ?? blocks.find((block) => block.text !== "")?.text ?? ""
  return {
    title: first.slice(0, LONGEST_TITLE).trim() || null,
    headings,
    links: readLinks(finished, locate),
    blocks,
    words: tally(
      text,
      finished.flatMap(({ block }) => [...textsOf(block)]),
    ),
  }
}
