import type { Part } from "@/lib/check/model"
import { markerValue } from "../agenda/agenda-lines"
import type { Assigned } from "../coverage/discussion"
import type { ReadBlock } from "../model"
import { joinRich, type Rich, sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"
import type { Draft } from "./draft"
import { goesOn, isListNumber, pageOf } from "./goes-on"
import type { LinePart, PlacedLine } from "./placed-line"
import { endsLine } from "./starts-anew"

const PARTS: Record<LinePart, Part> = {
  title: "title",
  opening: "opening",
  agenda: "agenda",
  discussion: "discussion",
  next: "next",
  participants: "participants",
  regrets: "participants",
  closing: "closing",
}

/** Joins lines to paragraphs and list entries, also across page breaks. Every line goes somewhere. */
export function buildDrafts(
  placed: readonly PlacedLine[],
  assigned: ReadonlyMap<Line, Assigned>,
): Draft[] {
  const drafts: Draft[] = []
  const looks = pageOf(placed)
  for (const { line, part, head, rest: behind, under, page } of placed) {
    const where = assigned.get(line) ?? { item: null, heading: 0, numbered: false }
    const place = {
      part: PARTS[part],
      item: where.item,
      under,
      head,
      alone: head !== null && behind === null,
      lines: [line],
      indent: line.indent,
      page,
    }
    const before = drafts.findLast((draft) => !draft.page)
    const words = bodyOf(line, where)
    if (
      before &&
      !head &&
      !page &&
      where.heading === 0 &&
      goesOn(before, line, place.part, where, looks)
    ) {
      const hard = (before.lines.at(-1)?.breaks && !line.gap) || endsLine(before, line)
      before.breaks.push(hard ? "\n" : " ")
      before.pieces.push(withoutBackslash(words))
      before.lines.push(line)
      before.marker = [before.marker, line.stamp].filter(Boolean).join(" ") || null
      continue
    }
    const add = (kind: Draft["kind"], rich: Rich, marker: string | null) => {
      const value =
        kind === "ordered" && line.marker ? markerValue(line.marker, before?.value ?? 0) : null
      const depth = kind === "bullet" || kind === "ordered" ? depthOf(drafts, line) : 0
      const id = drafts.length
      const pieces = [withoutBackslash(trimRich(rich))]
      drafts.push({
        ...place,
        id,
        kind,
        depth,
        value,
        marker,
        pieces,
        breaks: [],
        understood: false,
      })
    }
    if (where.heading > 0) {
      add("heading", sliceRich(words, 0, where.heading), frontOf(line, words))
      const rest = trimRich(sliceRich(words, where.heading))
      if (rest.text) add("paragraph", rest, null)
    } else {
      const kind = kindOf(line, head !== null || isLineByLine(part), where.numbered)
      add(kind, words, frontOf(line, words))
    }
  }
  for (const [index, draft] of drafts.entries()) partLine(drafts[index - 1], draft)
  return drafts
}

/** Where a line became the end of one block and the beginning of the next, each has its own stretch of it. */
function partLine(before: Draft | undefined, draft: Draft): void {
  const [above, line] = [before?.lines.at(-1), draft.lines[0]]
  if (!before || !above || !line || above.n !== line.n || above.from !== line.from) return
  const from = draft.pieces[0]?.at[0]
  const last = before.pieces.at(-1)?.at.at(-1)
  if (from === undefined || last === undefined || from <= last) return
  before.lines = [...before.lines.slice(0, -1), { ...above, to: from }]
  draft.lines = [{ ...line, from }, ...draft.lines.slice(1)]
}

/** The finished block: its text, its marks and its places in the source. */
export function finishDraft(draft: Draft): { block: ReadBlock; rich: Rich } {
  const rich = joinRich(draft.pieces, draft.breaks)
  const { id, part, item, kind, depth, value, marker, understood } = draft
  const at = draft.lines.map((line) => ({ line: line.n, from: line.from, to: line.to }))
  return {
    block: {
      id,
      part,
      item,
      kind,
      depth,
      value,
      marker,
      understood,
      text: rich.text,
      marks: rich.marks,
      at,
    },
    rich,
  }
}

/** The words of a line as its block shows them: with its number, unless that is the block's own. */
function bodyOf(line: Line, where: Assigned): Rich {
  if (where.heading > 0 && !where.numbered) return line.whole
  if (where.numbered || isListNumber(line) || line.bullet || line.ticked !== null) {
    return line.bullet && line.marker && !where.numbered && !isListNumber(line)
      ? afterBullet(line)
      : line.words
  }
  return line.whole
}

/** A lettered entry under a bullet keeps its letter, since a list can only count in figures. */
function afterBullet(line: Line): Rich {
  const dropped = /^\S+\s+(?:\[[ xX]\]\s+)?/.exec(line.whole.text)?.[0].length ?? 0
  return sliceRich(line.whole, dropped)
}

/** What was taken off the front of a line and has letters or figures in it: "1.", "Item 3:". */
function markerOf(line: Line): string | null {
  const front = line.whole.text.slice(0, line.whole.text.length - line.words.text.length).trim()
  return /[\p{L}\p{N}[☐]/u.test(front) ? front.replace("☐", "[ ]") : null
}

function frontOf(line: Line, words: Rich): string | null {
  const marker = words === line.words && line.words !== line.whole ? markerOf(line) : null
  return [line.front, marker, line.stamp].filter(Boolean).join(" ") || null
}

function isLineByLine(part: LinePart): boolean {
  return part === "title"
}

function kindOf(line: Line, alone: boolean, numbered: boolean): Draft["kind"] {
  if (line.level > 0 || (alone && !line.bullet && !line.marker))
    return line.level > 0 ? "heading" : "paragraph"
  if (numbered) return "paragraph"
  if (isListNumber(line)) return "ordered"
  if (line.bullet || line.ticked !== null) return "bullet"
  return line.quote ? "quote" : "paragraph"
}

/** How deep a list entry stands: by the indents of the entries directly before it. */
function depthOf(drafts: readonly Draft[], line: Line): number {
  const before = drafts.at(-1)
  if (!before || (before.kind !== "bullet" && before.kind !== "ordered")) return 0
  if (line.indent >= before.indent + 2) return Math.min(before.depth + 1, 6)
  if (line.indent > before.indent - 2) return before.depth
  for (let i = drafts.length - 2; i >= 0 && i > drafts.length - 60; i--) {
    const other = drafts[i]
    if (!other || (other.kind !== "bullet" && other.kind !== "ordered")) return 0
    if (line.indent >= other.indent) return other.depth
  }
  return 0
}

function withoutBackslash(rich: Rich): Rich {
  return rich.text.endsWith("\\") ? sliceRich(rich, 0, rich.text.length - 1) : rich
}
