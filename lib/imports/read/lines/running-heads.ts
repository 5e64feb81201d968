import { squeezed } from "@/lib/check/words"
import { isPageMark } from "../text/paragraph"
import type { Line } from "../text/shape"

const LONGEST = 120

/** The lines that are printed on every page beside its number, and interrupt what goes on over it. */
export function findRunningHeads(lines: readonly Line[]): ReadonlySet<Line> {
  const marks = lines.flatMap((line, index) => (isPageMark(line) ? [index] : []))
  if (marks.length === 0) return new Set()
  const counts = new Map<string, number>()
  for (const line of lines) {
    const key = keyOf(line)
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const heads = new Set<Line>()
  for (const index of marks) {
    for (const line of [lines[index - 1], lines[index + 1]]) {
      if (line && (counts.get(keyOf(line)) ?? 0) >= 2) heads.add(line)
    }
  }
  return heads
}

/** The words of a line without the number of its page. */
function keyOf(line: Line): string {
  const text = line.whole.text
  // "14/2015 Recruitment" stands in a list of contents and above its text.
  return text.length > LONGEST || line.bullet || line.marker?.form === "dotted"
    ? ""
    : squeezed(text.replace(/\d+/g, ""))
}
