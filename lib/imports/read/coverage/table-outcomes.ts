import type { PlacedLine } from "../lines/placed-line"
import type { ReadItem } from "../model"
import { cellsOf, columnsOf, isRow, isRule } from "../text/table"

const COLUMNS = {
  title: /^(?:agenda(?: items?| points?)?|items?|topics?|subjects?|titles?|points?|issues?)$/i,
  outcome:
    /^(?:decisions?|outcomes?|results?|resolutions?|conclusions?|next ?steps?|comments?|notes?|minutes)(?: ?[/&,] ?(?:decisions?|outcomes?|results?|next ?steps?|notes?|actions?))?$/i,
}

/**
 * What a table of the agenda says in a column of its own came of each item, by the item's label:
 * "| Positions | Ana Lind | no time |" below "| Topic | Owner | Decision/NextStep |".
 */
export function outcomesInTables(
  placed: readonly PlacedLine[],
  items: readonly ReadItem[],
): Map<string, string> {
  const outcomes = new Map<string, string>()
  const byTitle = new Map(items.map(({ title, label }) => [bare(title), label]))
  let columns: { title: number; outcome: number } | null = null
  for (const { line, part } of placed) {
    const text = line.whole.text
    if (part !== "agenda" || !isRow(text)) {
      columns = null
      continue
    }
    if (isRule(text)) continue
    const cells = cellsOf(text) ?? []
    const head = columnsOf(cells, COLUMNS)
    if (head?.title !== undefined && head.outcome !== undefined)
      columns = { title: head.title, outcome: head.outcome }
    else if (columns) {
      const label = byTitle.get(bare(cells[columns.title]?.text ?? ""))
      const said = cells[columns.outcome]?.text ?? ""
      if (label !== undefined && said !== "") outcomes.set(label, said)
    }
  }
  return outcomes
}

const bare = (title: string) => title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
