import type { Line } from "./lines"

/** Lines that are drawn together. Of one with the same lines at the same place it is the same object. */
export type Part = {
  /** Of its first line. */
  key: string
  /** The place of its first line among all. */
  from: number
  lines: readonly Line[]
  heads: number
}

const least = 8
const most = 20

/**
 * Cuts lines into parts. Where a part begins is said by the lines themselves, not by their places: a row that
 * is put in or taken out changes the part that it stands in, and those behind it only move.
 */
export function partsOf(lines: readonly Line[], before: readonly Part[] = []): Part[] {
  const known = new Map(before.map((part) => [part.key, part]))
  const parts: Part[] = []
  for (let from = 0; from < lines.length; ) {
    let to = from + 1
    while (to < lines.length && to - from < most && !(to - from >= least && begins(lines[to]))) to++
    parts.push(kept(known.get(lines[from]?.key ?? ""), from, lines.slice(from, to)))
    from = to
  }
  return parts
}

/** One line of five or so; the ends of the keys of rows are as good as drawn by lot. */
const begins = (line: Line | undefined) =>
  line !== undefined && (line.key.charCodeAt(line.key.length - 1) + line.key.length) % 5 === 0

function kept(old: Part | undefined, from: number, lines: readonly Line[]): Part {
  const same = new Map(old?.lines.map((line) => [line.key, line]))
  const own = lines.map((line) => {
    const one = same.get(line.key)
    return one && isSame(one, line) ? one : line
  })
  const isOld =
    old?.lines.length === own.length && own.every((line, place) => line === old.lines[place])
  if (old && isOld && old.from === from) return old
  const heads = own.filter(({ kind }) => kind === "head").length
  return { key: own[0]?.key ?? "", from, lines: isOld && old ? old.lines : own, heads }
}

function isSame(one: Line, other: Line): boolean {
  if (one.kind === "row") return other.kind === "row" && one.row === other.row
  return (
    other.kind === "head" &&
    one.title === other.title &&
    one.areaId === other.areaId &&
    one.rows === other.rows &&
    one.activities === other.activities
  )
}
