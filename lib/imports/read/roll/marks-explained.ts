import { type Rich, sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"

/** What the marks of a roll call say: whether who bears one was away. */
export type Marks = ReadonlyMap<string, boolean>

const [HERE, AWAY] = [
  "present|here|attend(?:ed|ing)",
  "absent|away|excused|apologies|regrets|not (?:present|here|there)",
]
const MARK = "[^\\s\\p{L}\\d,.;:()=|]|\\p{L}"
/** "x = present", "- = absent", "P: present". */
const IN_FRONT = new RegExp(
  `(?<![^\\s(,;/])(${MARK})\\s?(?:[=:–—]|means|denotes|for)\\s?(?:(${HERE})|(${AWAY}))(?!\\p{L})`,
  "giu",
)
/** "Absent (A) / Present (P)". */
const BEHIND = new RegExp(`(?<!\\p{L})(?:(${HERE})|(${AWAY}))\\s\\((${MARK})\\)`, "giu")
/** So many lines of a report are searched, each no longer than this. */
const [MOST, LONGEST] = [100, 100]

/** The marks that a note beside a list explains; empty where none of them says that somebody was there. */
export function legendOf(lines: readonly Line[]): Marks {
  const marks = new Map<string, boolean>()
  for (const { whole } of lines.slice(0, MOST)) {
    const { text } = whole
    if (text.length > LONGEST || !/present|here|attend/i.test(text)) continue
    for (const [, mark = "", here] of text.matchAll(IN_FRONT)) marks.set(mark, !here)
    for (const [, here, , mark = ""] of text.matchAll(BEHIND)) marks.set(mark, !here)
  }
  return marks.size > 1 ? marks : new Map()
}

/** "x Ana Lind", "Ben Okoro  A": a line with such a mark in front of the name or behind it. */
export function calledByLegend(
  line: Line,
  marks: Marks,
): { line: Line; status: Rich; away: boolean; cells: Rich[] } | null {
  const own = line.whole
  const front = /^(\S)\s{1,8}(?=\p{Lu})/u.exec(own.text.slice(0, 12))
  const last = /\s{1,40}\(?(\S)\)?$/u.exec(own.text.slice(-44))
  const away = [front, last].map((mark) => marks.get(mark?.[1] ?? ""))
  if (front && away[0] !== undefined)
    return {
      line,
      status: sliceRich(own, 0, 1),
      away: away[0],
      cells: [trimRich(sliceRich(own, front[0].length))],
    }
  if (!last || away[1] === undefined) return null
  const end = own.text.length - last[0].length
  const status = trimRich(sliceRich(own, end))
  return { line, status, away: away[1], cells: [trimRich(sliceRich(own, 0, end))] }
}
