import { lineOf } from "./margins"
import { joinRich, type Rich, sliceRich, trimRich } from "./rich"
import type { Line } from "./shape"

/** What stands far to the right of a paragraph: "… the gate.            Action: Ana". */
const BESIDE =
  /(?:\S|^)(\s{3,})((?:ACTIONS?|Actions?)(?: (?:[Bb]y|BY|[Ii]tem|[Pp]oint|[Oo]n|ON))?(?: [A-Z]{0,3}-?\d{1,3}(?:[./]\d{1,3})?)? ?: ?\S.{0,60})$/
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
  return match?.[1] && match[2] ? line.indent + text.length - match[2].length : null
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
  const near = column - indent - NEAR
  if (near < 3 || text.length <= near) return null
  const gap = /\s{3,}(?=\S)/g
  gap.lastIndex = Math.max(0, near - 40)
  for (let match = gap.exec(text); match !== null; match = gap.exec(text)) {
    const at = match.index + match[0].length
    if (Math.abs(indent + at - column) <= NEAR) return at
    if (indent + at > column + NEAR) return null
  }
  return null
}

/** A line without what stands beside it. */
function cut(line: Line, at: number): Line {
  const whole = trimRich(sliceRich(line.whole, 0, at))
  const front = line.whole.text.length - line.words.text.length
  return { ...line, whole, words: trimRich(sliceRich(line.whole, front, at)) }
}
