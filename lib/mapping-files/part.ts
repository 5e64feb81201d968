import type { Naming } from "@/lib/mapping/cells/cell-text"
import { countFilters, type Filters, NOBODY } from "@/lib/mapping/filters"
import type { Table } from "@/lib/mapping/queries"
import { rowFilter } from "@/lib/mapping/row-filter"
import { wordsOf } from "@/lib/mapping/sheet/texts"
import { translatorFor } from "@/lib/platform/i18n"
import type { Locale } from "@/lib/platform/locales"

/** The rows of a table that filters let through, and what is told of them. */
export type Part = { table: Table; told: string }

/**
 * What of a table the grid shows under filters, as a table; null where none is set. It is told how many rows of
 * how many these are, and by what they were chosen. `today` is a day, `YYYY-MM-DD`.
 */
export function partOf(
  table: Table,
  filters: Filters,
  { locale, today }: { locale: Locale; today: string },
): Part | null {
  if (countFilters(filters) === 0) return null
  const titles = new Map(table.areas.map(({ id, title }) => [id, title]))
  const names = new Map(table.people.map(({ id, name }) => [id, name]))
  const naming: Naming = {
    ...wordsOf(locale),
    area: (id) => titles.get(id) ?? "",
    person: (id) => names.get(id) ?? "",
  }
  const standing = table.rows.filter(({ retired }) => retired === null)
  const rows = standing.filter(rowFilter(table, naming, { filters, today }))
  const told = translatorFor(locale)("mapping.sheets.document.shown", {
    ...{ shown: rows.length, total: standing.length },
    by: toldFilters(filters, table, naming, locale).join("; "),
  })
  return { table: { ...table, rows }, told }
}

/** Filters in words: "Kind: Dynamic coalition", "Not confirmed for 6 months". */
function toldFilters(
  { area, kind, year, scope, responsible, body, stale, q }: Filters,
  { areas }: Table,
  naming: Naming,
  locale: Locale,
): string[] {
  const t = translatorFor(locale)
  const said = (name: "area" | "kind" | "year" | "scope" | "responsible" | "body" | "q") => {
    const value = {
      area: areas.find(({ slug }) => slug === area)?.title ?? area,
      kind: kind && naming.kind[kind],
      year,
      scope: scope && naming.scope[scope],
      responsible:
        responsible === NOBODY
          ? t("mapping.grid.filter.nobody")
          : responsible && (naming.person(responsible) || responsible),
      body,
      q,
    }[name]
    return value === null || value === ""
      ? []
      : t("mapping.sheets.document.by", {
          name: t(`mapping.grid.filter.${name}`),
          value: String(value),
        })
  }
  const names = ["area", "kind", "year", "scope", "responsible", "body", "q"] as const
  return [
    ...names.flatMap(said),
    ...(stale === null ? [] : [t("mapping.grid.filter.stale", { months: stale })]),
  ]
}
