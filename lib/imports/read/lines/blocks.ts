import type { Part } from "@/lib/check/model"
import { markerValue } from "../agenda/agenda-lines"
import type { Assigned } from "../coverage/discussion"
import { startsOutcome } from "../decisions/outcome-labels"
import type { ReadBlock } from "../model"
import { isOfficeAlone } from "../offices/office-label"
import { SMALL as SMALL_TURN, TURN } from "../speech/turns"
import { isWrapped } from "../text/paragraph"
import { joinRich, type Rich, sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"
import { isRow } from "../text/table"
import type { Draft } from "./draft"
import type { LinePart, PlacedLine } from "./placed-line"
import {
  areAssigned,
  BESIDE,
  captionOf,
  DUE_WITHIN,
  endsLine,
  FIELD,
  isBracketedTask,
  isPointed,
  STARTS_ANEW,
} from "./starts-anew"

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
  const captions = captionsThatRecur(placed)
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
      goesOn(before, line, place.part, where, captions)
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
  return drafts
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

function isListNumber(line: Line): boolean {
  return line.marker?.form === "number" && line.level === 0
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

const FEWEST = 2
/** The labels with which at least two lines begin: each begins a paragraph of its own. */
function captionsThatRecur(placed: readonly PlacedLine[]): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (const { line } of placed) {
    const caption = captionOf(line.words.text)
    if (caption) seen.set(caption, (seen.get(caption) ?? 0) + 1)
  }
  return new Set([...seen].flatMap(([caption, count]) => (count >= FEWEST ? [caption] : [])))
}

/** Whether a line carries on the block before it: wrapped, or torn apart by a page break. */
function goesOn(
  before: Draft,
  line: Line,
  part: Part,
  where: Assigned,
  captions: ReadonlySet<string>,
): boolean {
  if (before.alone || before.part !== part || before.item !== where.item || part === "title")
    return false
  if (line.bullet || line.level > 0 || line.ticked !== null || isListNumber(line) || where.numbered)
    return false
  if (line.front || line.task || line.outcome) return false
  const last = before.lines.at(-1)
  const [begun1] = before.lines
  if (line.marker?.form === "dotted" && begun1?.marker?.form === "dotted") return false
  const front = line.words.text.slice(0, 120)
  if (STARTS_ANEW.test(front.slice(0, 60)) || (TURN.test(front) && !DUE_WITHIN.test(front)))
    return false
  // "mx_lopez: I can revert it" below a line that breaks off nowhere: another turn, in small letters.
  if (last && part === "discussion" && SMALL_TURN.test(front) && !isWrapped(last, line))
    return false
  if (startsOutcome(line.words.text)) return false
  if (part === "discussion" && captions.has(captionOf(front) ?? "")) return false
  if (
    part === "opening" &&
    (isOfficeAlone(line.words.text) || isOfficeAlone(last?.words.text ?? ""))
  )
    return false
  // In a document the rows of a table are lines of one paragraph.
  // "Heure : 18 h 30" below "Lieu : salle 2": fields, each on a line of its own.
  if (part === "opening" && FIELD.test(line.words.text) && FIELD.test(last?.words.text ?? ""))
    return false
  const both = line.whole.text.startsWith("|") && last?.whole.text.startsWith("|") === true
  if (both && last?.breaks && line.breaks) return !line.gap
  if (isRow(line.whole.text) || (last && isRow(last.whole.text))) return false
  const columns = /\S\s{3,}\S|[.…]{4}\s?\p{Lu}/u
  const torn = /^\p{Ll}/u.test(line.words.text)
  if (last && !torn && columns.test(line.words.text) && columns.test(last.words.text)) return false
  // "Chair – Ana Lind" above "Secretary – Ben Okoro": fields that stand one below the other.
  if (
    last &&
    BESIDE.test(line.words.text) &&
    BESIDE.test(last.words.text) &&
    !isWrapped(last, line)
  )
    return false
  const isItem = before.kind === "bullet" || before.kind === "ordered"
  // "*** Ana to ask the port" with prose below it: a sign that stands for one line.
  if (last && isPointer(before) && !isWrapped(last, line) && /^\p{Lu}/u.test(line.words.text))
    return false
  if (isItem && line.indent < before.indent && /^\p{Lu}/u.test(line.words.text)) return false
  const named = /^\p{Lu}[^:–—]{1,50}?(?::\s|\s[–—-]\s)/u
  const begun = before.lines[0]?.words.text ?? ""
  if ([begun, last?.words.text ?? ""].some((above) => areAssigned(above, line.words.text)))
    return false
  if (isBracketedTask(line.words.text) || isBracketedTask(begun)) return false
  if (before.under && named.test(line.words.text) && named.test(begun)) return false
  // Entries of a list without marks: each stands on a line of its own.
  if (before.under && last && !isWrapped(last, line) && /^\p{Lu}/u.test(line.words.text))
    return false
  if (line.quote !== (before.kind === "quote") || before.kind === "heading") return false
  if (part === "agenda" || part === "participants")
    return !line.marker && /^\p{Ll}/u.test(line.words.text)
  if (!line.gap) return !(line.marker?.form === "letter" && line.words.text.length < 140)
  const text = before.pieces.at(-1)?.text ?? ""
  return (
    /^\p{Ll}/u.test(line.words.text) &&
    !line.marker &&
    !(isItem && line.indent < before.indent) &&
    !/[.!?:;)”"]\s*$/.test(text) &&
    (text.length > 20 || before.pieces.length > 1)
  )
}

/** Whether a draft is one line behind several stars, or with an arrow behind people. */
const isPointer = ({ lines: [first] }: Draft) =>
  first !== undefined &&
  (/^\*{2,4}\s/.test(first.whole.text) || (!first.bullet && isPointed(first.words.text)))

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
