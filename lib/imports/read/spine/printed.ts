import { titlesFrom } from "../agenda/lists-in-front"
import { landmarkOf } from "../lines/landmarks"
import { looksLikeName } from "../people/names"
import type { Line } from "../text/shape"

/** So many lists of titles are asked whether they are the agenda. */
const MOST = 3
/** So far from the top an agenda may be printed. */
const TOP = 120

/**
 * The lists of titles that may be the agenda as it was printed, whatever stands above them: which of them is,
 * is told by what they carry. Lists that count come first.
 */
export function printedIn(lines: readonly Line[]): ReadonlySet<Line>[] {
  const found: Line[][] = []
  for (let index = 0; index < Math.min(lines.length, TOP); index++) {
    const entries = titlesFrom(lines, index)
    const last = entries.at(-1)
    if (!last) continue
    const end = lines.indexOf(last, index)
    const isOther = isOfOther(lines[index - 1])
    index = end
    if (isOther) continue
    const top = entries.filter(({ indent }) => indent < (entries[0]?.indent ?? 0) + 2)
    const tasks = entries.filter(({ words }) => isTask(words.text))
    // Where more stands below the entries than there are, that is what was said.
    if (tasks.length * 2 < entries.length && top.length * 2 >= entries.length)
      found.push(lines.slice(lines.indexOf(entries[0] as Line), endOf(lines, end)))
  }
  const counts = (list: readonly Line[]) => (list[0]?.marker ? 0 : 1)
  return found
    .sort((a, b) => counts(a) - counts(b))
    .slice(0, MOST)
    .map((list) => new Set(list))
}

/** "Action points" above a list: whatever its entries say, they are no items. */
function isOfOther(above: Line | undefined): boolean {
  const found = above && landmarkOf(above)
  return found?.rest === null && !/^(?:agenda|discussion)$/.test(found.landmark)
}

/** "Ana Lind to mend the gate" is a task, and no title. */
export function isTask(text: string): boolean {
  const [front = ""] = text.split(/\s(?:to|will|and|should)\s|:\s|,\s/, 1)
  return front.length < text.length && looksLikeName(front)
}

/** The place behind the wrapped rest of the last entry. */
function endOf(lines: readonly Line[], last: number): number {
  const next = lines.findIndex(({ gap, level }, at) => at > last && (gap || level > 0))
  return next < 0 ? lines.length : next
}
