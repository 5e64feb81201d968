import type { RawTable } from "@/lib/imports/tables/model"
import { canonical } from "@/lib/minutes/canonical"
import type { Locale } from "@/lib/platform/locales"
import { hashOf } from "@/lib/platform/secrets"
import { readLines } from "./lines"
import { matchRows } from "./match"
import type { Standing } from "./model"
import { planLine } from "./plan-line"
import { planJoined } from "./same-suggestion"
import type { PlannedLine, SheetPlan } from "./status"
import { wordsOf } from "./texts"

/**
 * Says line by line what a table would change, without changing anything: pure, so that it can be said
 * twice. `locale` is that of the words in which it is shown; the mark does not depend on it.
 */
export function planSheet(table: RawTable, standing: Standing, locale: Locale): SheetPlan {
  const { lines, unknownHeads, state } = readLines(table, standing.areas)
  const around = {
    areaTitle: (id: string) => standing.areas.find((area) => area.id === id)?.title ?? "",
    people: standing.people,
  }
  const { mapping, change } = standing.state
  const of = state?.mapping === mapping && state.change <= change ? state.change : null
  const about = { standing, around, words: wordsOf(locale), of }
  const matches = matchRows(lines, standing, of !== null)
  const planned = planJoined(matches, standing.areas, (match): PlannedLine => {
    const line = planLine(match, about)
    return { ...line, mark: hashOf(canonical(markOf(line, standing))).slice(0, 12) }
  })
  const named = new Set(planned.flatMap(({ row }) => row?.id ?? []))
  return {
    lines: planned,
    unknownHeads,
    unknownAreas: [
      ...new Set(
        planned.flatMap(({ row, asNew, area }) =>
          (row === null || asNew) && area.id === null ? area.said : [],
        ),
      ),
    ].slice(0, 200),
    absent: state?.part
      ? 0
      : standing.rows.filter(({ id, retired }) => retired === null && !named.has(id)).length,
    part: state?.part ?? false,
    mark: hashOf(planned.map(({ mark }) => mark).join(" ")),
  }
}

/** What a line would do, without the ids that activities are given anew each time. */
function markOf(
  { line, row, state, area, open, cells, asNew, joins }: Omit<PlannedLine, "mark">,
  { rows }: Standing,
): unknown {
  const before = row ? rows.find(({ id }) => id === row.id) : null
  return {
    ...{ line, state, open, area, joins },
    row: row?.number ?? 0,
    asNew: asNew !== null,
    cells: cells.map(({ field, value, open: takes }) => ({
      ...{ field, takes },
      before: before ? before.cells[field] : null,
      value:
        field === "activities" && Array.isArray(value)
          ? value.map((activity) => ({ ...Object(activity), id: "" }))
          : value,
    })),
  }
}
