import { joinRich, type Rich, sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"
import { lineOf } from "./margins"

/** What stands far to the right of a paragraph: "… the gate.            Action: Ana". */
const BESIDE =
  / {3}(?:ACTIONS?|Actions?)(?: (?:by|BY|item|Item|point|Point|on))?(?: [A-Z]{0,3}-?\d{1,3}(?:[./]\d{1,3})?)? ?: ?(?=\S)/
/** So many characters a column at the side is wide. */
const WIDEST = 70
const LONGEST = 200
/** So far a word may stand from where the label stands. */
const NEAR = 2

/** Parts an action that is set beside a paragraph from it: the paragraph first, then the action. */
export function withSideActions(lines: readonly Line[]): Line[] {
  const parted: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (!line) break
    const column = columnOf(line)
    if (column === null) {
      parted.push(line)
      continue
    }
    const paragraph = [line]
    for (let next = lines[i + 1]; next && goesOn(next); next = lines[i + paragraph.length])
      paragraph.push(next)
    parted.push(...part(paragraph, column))
    i += paragraph.length - 1
  }
  return parted
}

/** Whether a line belongs to the paragraph above it, rather than to a heading or the next action. */
function goesOn(line: Line): boolean {
  if (line.gap || line.marker || line.bullet || columnOf(line) !== null) return false
  return !/^\d{1,3}[.)]?\s{2,}\p{Lu}/u.test(line.whole.text.slice(0, 12))
}

function columnOf(line: Line | undefined): number | null {
  if (!line || line.level > 0 || line.whole.text.startsWith("|")) return null
  const { text } = line.whole
  const match = text.length <= LONGEST ? BESIDE.exec(text) : null
  const at = match ? match.index + 3 : text.length
  return text.length - at <= WIDEST && at < text.length ? line.indent + at : null
}

function part(paragraph: readonly Line[], column: number): Line[] {
  const left: Line[] = []
  const right: Rich[] = []
  let beside = true
  for (const [index, line] of paragraph.entries()) {
    const at: number | null = beside ? columnIn(line, column) : null
    // Below a line with nothing beside it the action is over.
    beside = index === 0 || at !== null
    if (at === null) left.push(line)
    else {
      right.push(trimRich(sliceRich(line.whole, at)))
      if (at > 0) left.push(cut(line, at))
    }
  }
  return [...left, lineOf(paragraph, joinRich(right), {})]
}

/** Where the words of the column begin in a line; null for a line without any. */
function columnIn({ whole: { text }, indent }: Line, column: number): number | null {
  if (Math.abs(indent - column) <= NEAR) return 0
  for (let at = column - indent - NEAR; at <= column - indent + NEAR; at++) {
    const begins = at >= 3 && /\S/.test(text.charAt(at))
    if (begins && text.slice(at - 3, at).trim() === "") return at
  }
  return null
}

/** A line without what stands beside it. */
function cut(line: Line, at: number): Line {
  const whole = trimRich(sliceRich(line.whole, 0, at))
  const front = line.whole.text.length - line.words.text.length
  return { ...line, whole, words: trimRich(sliceRich(line.whole, front, at)) }
}
