import { useTranslations } from "next-intl"
import { useDeferredValue, useMemo, useState } from "react"
import { countFilters, type Filters, type View } from "@/lib/mapping/filters"
import { dayInstant, dayText } from "@/lib/platform/dates"
import type { GridGiven, LoadedTable } from "./given"
import type { RowsSetting } from "./grid-row"
import { linesOf } from "./lines"
import { useToday } from "./use-today"
import { gridWords, namingOf } from "./words"

/** After how many months a row counts as not confirmed. */
const old = 6

/** What the rows of a table need, in the words of the reader; the same object until the table's names change. */
export function useSetting(given: GridGiven, table: LoadedTable["table"], view: View) {
  const t = useTranslations("mapping")
  const { areas, people } = table
  const { locale, may } = given
  const today = useToday(given.today)
  const words = useMemo(() => gridWords(t, locale), [t, locale])
  const naming = useMemo(() => namingOf({ areas, people, rows: [] }, words), [areas, people, words])
  return useMemo<RowsSetting>(
    () => ({
      ...{ words, naming, today, old, may, linkStops: false },
      day: rememberDays(locale),
      mayOrder: may.edit && view.by === "area",
      grip: t("grid.grip"),
      rowName: (number) => (number === 0 ? t("grid.newRow") : t("grid.row", { number })),
      headCount: (rows, activities) => t("grid.headCount", { rows, activities }),
      commentsCount: (count) => String(count),
    }),
    [words, naming, today, may, locale, view.by, t],
  )
}

/** Days in words; each is put into words once, for that is dear and the same days stand in many rows. */
function rememberDays(locale: string): (day: string) => string {
  const known = new Map<string, string>()
  return (day) => {
    const text = known.get(day) ?? dayText(dayInstant(day), locale)
    known.set(day, text)
    return text
  }
}

/** The lines that the view shows. What was changed under a filter stays until the filter is set anew. */
export function useLines(table: LoadedTable["table"], setting: RowsSetting, view: View) {
  const t = useTranslations("mapping.grid")
  const filters = useDeferredValue(view.filters)
  const [kept, setKept] = useState<{ of: Filters; rows: ReadonlySet<string> }>({
    ...{ of: filters, rows: new Set() },
  })
  const stays = kept.of === filters ? kept.rows : none
  const noBody = t("noBody")
  const { naming, today } = setting
  const found = useMemo(
    () => linesOf(table, naming, { filters, by: view.by, today, stays, noBody }),
    [table, naming, filters, view.by, today, stays, noBody],
  )
  return {
    ...found,
    filters,
    /** Keeps rows in sight that are changed here, though they may no longer fit. */
    keep(ids: readonly string[]) {
      if (countFilters(filters) === 0 || ids.every((id) => stays.has(id))) return
      setKept({ of: filters, rows: new Set([...stays, ...ids]) })
    },
  }
}

const none: ReadonlySet<string> = new Set()
