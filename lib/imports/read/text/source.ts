import type { Span } from "@/lib/check/model"
import type { Rich } from "./rich"

/** One line of the source without its ending: `from` to `to`, counted from 1. */
export type SourceLine = { n: number; from: number; to: number }

const ENDINGS = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g

/** Cuts a text at every kind of line ending, page breaks among them. */
export function splitLines(text: string): SourceLine[] {
  const lines: SourceLine[] = []
  let from = 0
  for (const ending of text.matchAll(ENDINGS)) {
    lines.push({ n: lines.length + 1, from, to: ending.index })
    from = ending.index + ending[0].length
  }
  lines.push({ n: lines.length + 1, from, to: text.length })
  return lines
}

/** Tells the line of an offset. */
export class Locator {
  readonly #starts: number[]

  constructor(lines: readonly SourceLine[]) {
    this.#starts = lines.map((line) => line.from)
  }

  lineAt(offset: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }

  /** The place in the source of a range of a text that was read from it. */
  span(rich: Rich, from = 0, to = rich.text.length): Span {
    const first = rich.at[from] ?? rich.at.at(-1) ?? 0
    const last = to > from ? (rich.at[to - 1] ?? first) + 1 : first
    return { line: this.lineAt(first), from: first, to: Math.max(first, last) }
  }
}
