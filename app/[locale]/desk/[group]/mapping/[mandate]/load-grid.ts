import { readView, viewQuery } from "@/lib/mapping/filters"
import { dayInstant, dayText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { choicesOf } from "./filter-choices"
import { columnsAsked, withColumns } from "./grid/columns-asked"
import type { GridGiven } from "./grid/given"
import type { RowsSetting } from "./grid/grid-row"
import { type Line, linesOf } from "./grid/lines"
import { gridWords, namingOf } from "./grid/words"
import { loadTable, type MappingParams } from "./load-mapping"

export type GridQuery = Promise<Record<string, string | string[] | undefined>>

/** Lines on a page that is read without script; with it, the grid waits until the page has taken them in. */
const onPage = 20

/** A mapping's table as the page shows it: the view that the address asks for, and its page of rows. */
export async function loadGrid(params: MappingParams, query: GridQuery) {
  const [loaded, asked] = await Promise.all([loadTable(params), query])
  const { table, locale, base, mapping } = loaded
  const t = await getTranslations("mapping")
  const get = (name: string) => [asked[name]].flat()[0] ?? null
  const view = readView(get)
  const seen = columnsAsked(get)
  const today = new Date().toISOString().slice(0, 10)
  const words = gridWords(t, locale)
  const setting: RowsSetting = {
    ...{ words, naming: namingOf(table, words), today, old: 6, linkStops: true, mayOrder: false },
    may: { edit: false, decide: false },
    day: (day) => dayText(dayInstant(day), locale),
    grip: "",
    rowName: String,
    headCount: (rows, activities) => t("grid.headCount", { rows, activities }),
    commentsCount: String,
  }
  const { lines, shown, total } = linesOf(table, setting.naming, {
    ...{ filters: view.filters, by: view.by, today, stays: new Set() },
    noBody: t("grid.noBody"),
  })
  const given: GridGiven = {
    ...{ mappingId: mapping.id, title: mapping.mandate.title, symbol: mapping.mandate.symbol },
    may: { edit: mapping.may.edit, decide: mapping.may.decide },
    ...{ me: loaded.me, locale, today, base },
  }
  return {
    ...loaded,
    ...{
      given,
      view,
      seen,
      setting,
      shown,
      total,
      choices: choicesOf(table, view.filters.responsible),
    },
    ...paged(lines, Number(get("page")), (page) => {
      const query = withColumns(viewQuery(view), seen)
      return base + query + (page === 1 ? "" : `${query === "" ? "?" : "&"}page=${page}`)
    }),
  }
}

/** One page of the lines; the head of its first rows stands above them, on the page where they go on too. */
function paged(lines: readonly Line[], wanted: number, at: (page: number) => string) {
  const pages = Math.max(1, Math.ceil(lines.length / onPage))
  const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pages) : 1
  const from = (page - 1) * onPage
  const own = lines.slice(from, from + onPage)
  const head = lines.slice(0, from).findLast(({ kind }) => kind === "head")
  return {
    lines: own[0]?.kind === "row" && head ? [head, ...own] : own,
    ...{ page, pages },
    before: page > 1 ? at(page - 1) : null,
    after: page < pages ? at(page + 1) : null,
  }
}
