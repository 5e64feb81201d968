import type { Unit } from "@/lib/minutes/pair-rewritten"
import { isTable } from "./table-read"

/** The level and the words of a line that is a heading. */
export const headingOf = (line: string) => {
  const [, marks, words = ""] = /^(#{1,6})\s+(.*)$/.exec(line) ?? []
  return marks === undefined ? null : { level: marks.length, words }
}

/** A heading is a chunk of its own, also where the next line is not empty; what stood as one stays one. */
export function partHeadings(chunk: string, stood: ReadonlySet<string>): string[] {
  const chunks: string[] = []
  let rest = chunk
  while (!stood.has(rest) && rest.includes("\n") && headingOf(firstLine(rest))) {
    chunks.push(firstLine(rest))
    rest = rest.slice(firstLine(rest).length + 1)
  }
  return [...chunks, rest]
}
const firstLine = (chunk: string) => chunk.slice(0, chunk.indexOf("\n") + 1 || undefined).trimEnd()

/** For each chunk what it is known by: a heading also by all that stands under it. */
export function unitsIn(chunks: readonly { chunk: string; isHeading: boolean }[]): Unit[] {
  const open: { level: number; unit: Unit; under: string[] }[] = []
  const close = (level: number) => {
    for (let last = open.at(-1); last && last.level >= level; last = open.at(-1)) {
      last.unit.under = last.under.join("\n")
      open.pop()
    }
  }
  const units = chunks.map(({ chunk, isHeading }): Unit => {
    const heading = isHeading ? headingOf(chunk) : null
    const kind = isTable(chunk.split("\n")) ? "table" : "plain"
    const unit: Unit = heading ? { kind: "heading", words: heading.words } : { kind, words: chunk }
    if (heading) close(heading.level)
    for (const { under } of open) under.push(chunk)
    if (heading) open.push({ level: heading.level, unit, under: [] })
    return unit
  })
  close(0)
  return units
}
