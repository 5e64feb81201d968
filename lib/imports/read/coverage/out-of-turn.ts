import type { ReadItem } from "../model"
import type { Line } from "../text/shape"

/** An entry of a list is shorter, or stands close to the next. */
const PARAGRAPH = 70
/** So many lines of a paragraph tell how long it is. */
const FEW = 8

/** "(3)" behind "(4)": an item that was passed over, where those in front of it were not. */
export function isLate(
  { gap, marker }: Line,
  agenda: readonly ReadItem[],
  opened: ReadonlySet<string>,
): boolean {
  const at = agenda.findIndex(({ label }) => label === marker?.text)
  const passed = at > 0 && agenda.slice(0, at).every(({ label }) => opened.has(label))
  return gap && passed && !opened.has(agenda[at]?.label ?? "")
}

/**
 * "1. Ana reported …" as a paragraph of its own behind "3. …": the items were not taken in their order.
 * `index` is the line's place among `lines`.
 */
export function isParagraph(lines: readonly Line[], index: number): boolean {
  const [line, ...below] = lines.slice(index, index + FEW)
  if (!line?.gap || line.indent > 0) return false
  const end = below.findIndex(({ gap }) => gap)
  return [line, ...below.slice(0, end < 0 ? below.length : end)].reduce(lengthOf, 0) >= PARAGRAPH
}

const lengthOf = (sum: number, { words }: Line) => sum + words.text.length
