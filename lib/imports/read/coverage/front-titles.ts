import { squeezed } from "@/lib/check/words"
import { bareTitle } from "../agenda/agenda-title"
import { SAYS } from "../agenda/titles-in-front"
import type { Line } from "../text/shape"

const FRONT =
  /^(\p{Lu}[^.:;!?()]{2,40}?)(?:\s\([^()]{0,80}\))?(?:[.:]|\s[–—](?=\s))(?:\s+(?=[\p{Lu}\p{Sc}\d"“(])|$)/u

/** What stands in front of a paragraph. `marked`: it is numbered or bold, and so a title for certain. */
type Front = { title: string; length: number; marked: boolean }

/**
 * "4. Manager. Mr Wend gave his report", "**Benches.** Ana has walked …", "The rota. Luis has …": a few words
 * in front of a paragraph, or of a line behind one that is over. `length`: where the text behind them begins.
 */
export function frontOf(
  { words: { text, marks }, marker, gap }: Line,
  before: Line | undefined,
): Front | null {
  if (!gap && before && !/[.!?)]["”]?$/.test(before.words.text)) return null
  const [all = "", title = ""] = FRONT.exec(text.slice(0, 140)) ?? []
  if (title === "" || title.split(/\s+/).length > 5 || SAYS.test(title)) return null
  const bold = marks.some(
    ({ kind, from, to }) => kind !== "link" && from === 0 && to >= title.length,
  )
  return { title, length: all.length, marked: gap && (marker !== null || bold) }
}

/** "Roll call taken by Werner", "Call to order at 4:00pm": where the title ends, and what became of it begins. */
function saidBehind(title: string, text: string): number | null {
  const { length } = title
  if (text.length > length + 120 || text.slice(0, length).toLowerCase() !== title.toLowerCase())
    return null
  return /^ (?:at \d|(?:was |were )?(?:taken|called|accepted|approved|adopted|postponed|deferred|held|read|noted|agreed|signed|confirmed)\b)/i.test(
    text.slice(length, length + 30),
  )
    ? length
    : null
}

/** How much of a line is the heading of an item: "AOB - 5'" as a whole, "Roll call" of "Roll call taken by Werner". */
export function headingLength(title: string, text: string, end: number | null): number {
  const said = saidBehind(title, text)
  if (said !== null || end === null || end >= text.length) return said ?? end ?? 0
  const { from, to } = bareTitle(text)
  const isWhole = to < text.length && squeezed(text.slice(from, to)) === squeezed(title)
  return isWhole ? text.length : end
}
