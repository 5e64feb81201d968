import type { Part } from "@/lib/check/model"
import type { Assigned } from "../coverage/discussion"
import { startsOutcome } from "../decisions/outcome-labels"
import { isOfficeAlone } from "../offices/office-label"
import { SMALL as SMALL_TURN, TURN } from "../speech/turns"
import { beginsLarge, isUnwrapped, isWrapped } from "../text/paragraph"
import type { Line } from "../text/shape"
import { isRow } from "../text/table"
import type { Draft } from "./draft"
import type { PlacedLine } from "./placed-line"
import {
  areAssigned,
  BESIDE,
  captionOf,
  DUE_WITHIN,
  FIELD,
  isBracketedTask,
  isPointed,
  STARTS_ANEW,
} from "./starts-anew"

export const isListNumber = (line: Line) => line.marker?.form === "number" && line.level === 0

/** What all lines of a text tell of each. */
export type Page = { captions: ReadonlySet<string>; unwrapped: boolean }
export const pageOf = (placed: readonly PlacedLine[]): Page => ({
  captions: captionsThatRecur(placed),
  unwrapped: isUnwrapped(placed.map(({ line }) => line)),
})

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
export function goesOn(
  before: Draft,
  line: Line,
  part: Part,
  where: Assigned,
  { captions, unwrapped }: Page,
): boolean {
  if (before.alone || before.part !== part || before.item !== where.item || part === "title")
    return false
  if (line.bullet || line.level > 0 || line.ticked !== null || isListNumber(line) || where.numbered)
    return false
  if (line.front || line.task || line.outcome) return false
  const last = before.lines.at(-1)
  const [begun1] = before.lines
  if (line.marker?.form === "dotted" && begun1?.marker?.form === "dotted") return false
  if (unwrapped && part === "discussion" && before.kind === "paragraph" && beginsLarge(line))
    return false
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
