import type { Scored } from "./read-case"
import { addScores, type Field, fields, rates, type Scores } from "./score"

/** A line for every field: precision, recall, F1 and the numbers behind them. */
export function scoreTable(title: string, scored: readonly Scored[]): string {
  const all = scoresOf(scored)
  if (all.length === 0) return `${title}: no reports`
  const totals = addScores(all)
  const head = row([title, "precision", "recall", "F1", "right", "expected", "read"])
  const unreadable = scored.flatMap((each) => ("unreadable" in each ? [each.unreadable] : []))
  return [
    head,
    ...fields.map((field) => {
      const { hits, expected, read } = totals[field]
      const { precision, recall, f1 } = rates(totals[field])
      return row([field, ...[precision, recall, f1].map(share), hits, expected, read])
    }),
    row(["reports", "", "", "", all.length]),
    ...(unreadable.length > 0 ? [`not readable yet: ${unreadable.join(", ")}`] : []),
  ].join("\n")
}

/** What was missed (−) and what was read too much (+), report by report. */
export function differences(scored: readonly Scored[], only: (field: Field) => boolean): string {
  const lines = scored.flatMap((each) => {
    if ("unreadable" in each) return []
    const found = fields
      .filter(only)
      .flatMap((field) => [
        ...each.scores[field].missed.map((value) => `  ${field} − ${value}`),
        ...each.scores[field].extra.map((value) => `  ${field} + ${value}`),
      ])
    return found.length > 0 ? [each.name, ...found] : []
  })
  return lines.length > 0 ? lines.join("\n") : "No differences."
}

/** The totals as data. */
export function scoreData(scored: readonly Scored[]) {
  const totals = addScores(scoresOf(scored))
  return Object.fromEntries(
    fields.map((field) => {
      const { hits, expected, read } = totals[field]
      return [field, { ...rates(totals[field]), hits, expected, read }]
    }),
  )
}

/** The scores of the reports that could be read. */
export function scoresOf(scored: readonly Scored[]): Scores[] {
  return scored.flatMap((each) => ("scores" in each ? [each.scores] : []))
}

const share = (value: number) => value.toFixed(3)

function row([name, ...cells]: readonly (string | number)[]): string {
  return `${String(name).padEnd(14)}${cells.map((cell) => String(cell).padStart(10)).join("")}`
}
