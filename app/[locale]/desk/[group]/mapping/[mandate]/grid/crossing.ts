import { readBlock } from "@/lib/mapping/cells/read-block"
import { endOfPart, type Target } from "./paste"

/** Rows under another head that a block would be laid over. */
export type Crossed = { title: string; rows: number }

/**
 * The heads over which a block goes on, with how many rows below each it would overwrite; none where all of it
 * fits into the rows that were selected, which say themselves where it goes.
 */
export function crossedBy(text: string, { lines, range }: Target): Crossed[] {
  const count = readBlock(text).length
  const [first, last] = range.lines
  const selected = lines.slice(first, last + 1).filter(({ kind }) => kind === "row").length
  if (count <= selected) return []
  const from = lines.slice(first)
  const end = endOfPart(from)
  let room = count - from.slice(0, end).filter(({ kind }) => kind === "row").length
  const crossed: Crossed[] = []
  for (const line of from.slice(end)) {
    if (room <= 0) break
    const under = crossed.at(-1)
    if (line.kind === "head") crossed.push({ title: line.title, rows: 0 })
    else if (under) {
      under.rows += 1
      room -= 1
    }
  }
  return crossed.filter(({ rows }) => rows > 0)
}
