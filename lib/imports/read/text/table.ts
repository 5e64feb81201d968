/** A cell of a row: its characters from `from` to `to`, without the space around them. */
export type Cell = { from: number; to: number; text: string }

const MOST_CELLS = 20

/** The cells of a row set with bars, tabs or gaps of at least `gap` spaces; null for a line that is no row. */
export function cellsOf(text: string, gap: 2 | 3 = 3): Cell[] | null {
  if (text.length > 2000) return null
  const separator =
    text.startsWith("|") || isBarred(text)
      ? /\|/g
      : text.includes("\t")
        ? /\t+/g
        : gap === 2
          ? /\s{2,}/g
          : /\s{3,}/g
  const cells: Cell[] = []
  let from = text.startsWith("|") ? 1 : 0
  const push = (to: number) => {
    const raw = text.slice(from, to)
    const inner = raw.trim()
    const start = from + (raw.length - raw.trimStart().length)
    cells.push({ from: start, to: start + inner.length, text: inner })
  }
  for (const match of text.matchAll(separator)) {
    if (match.index < from) continue
    push(match.index)
    from = match.index + match[0].length
  }
  if (from < text.length) push(text.length)
  // "| Ana: write to both |": a table of one column, between bars.
  const fewest = text.startsWith("|") && /[^|\s]\s*\|\s*$/.test(text.slice(-200)) ? 1 : 2
  return cells.length >= fewest && cells.length <= MOST_CELLS ? cells : null
}

/** The line of dashes under the head of a table. */
export function isRule(text: string): boolean {
  return /^(?:[|\s:=+-]{3,}|\|-+)$/.test(text) && /[-=]{2}|^\|-/.test(text)
}

/** Whether a line is set as a row beyond doubt: with bars or tabs. */
export function isRow(text: string): boolean {
  const barred = text.startsWith("|") || isBarred(text)
  return (barred && cellsOf(text) !== null) || /\S\t+\S/.test(text.slice(0, 2000))
}

/** "Task   | Who   | When": bars between the cells and none around them. */
function isBarred(text: string): boolean {
  return (
    text.length <= 2000 && text.split(/\s\|(?:\s|$)/).length >= 3 && /\s{2}\||\|\s{2}/.test(text)
  )
}

/** What the columns of a table hold, by the index of each; null when its first row is no head. */
export function columnsOf<Kind extends string>(
  cells: readonly Cell[],
  kinds: Readonly<Record<Kind, RegExp>>,
): Partial<Record<Kind, number>> | null {
  const columns: Partial<Record<Kind, number>> = {}
  let known = 0
  for (const [index, { text }] of cells.entries()) {
    for (const kind in kinds) {
      if (columns[kind] !== undefined || !kinds[kind].test(text)) continue
      columns[kind] = index
      known += 1
      break
    }
  }
  return known >= 2 ? columns : null
}
