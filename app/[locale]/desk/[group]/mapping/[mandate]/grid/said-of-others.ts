import type { useTranslations } from "next-intl"
import type { News } from "../live/news"
import type { GridWords } from "./words"

/** So many rows are named in a sentence; of others it is said how many they are. */
const mostRows = 5

type Naming = {
  t: ReturnType<typeof useTranslations<"mapping.grid.others">>
  words: Pick<GridWords, "field" | "locale">
  /** The number of a row. */
  numberOf: (rowId: string) => number
}

type OfKind<Kind extends News["kind"]> = Extract<News, { kind: Kind }>

/** Whether the goal and the rule above the table may be others than the page says. */
export const changesHead = (news: readonly News[]): boolean =>
  news.some(({ kind }) => kind === "about" || kind === "much")

/** What others did in words, person by person: which cells of which rows, which rows, the areas, the goal. */
export function saidOfOthers(news: readonly News[], { t, words, numberOf }: Naming): string {
  const list = (parts: readonly string[]) =>
    new Intl.ListFormat(words.locale, { type: "conjunction" }).format(parts)
  const rowsOf = (ids: readonly string[]) => {
    const numbers = [...new Set(ids)].map(numberOf).sort((one, other) => one - other)
    const named = numbers.slice(0, mostRows).map(String)
    const more = numbers.length - named.length
    return list(more > 0 ? [...named, t("moreRows", { count: more })] : named)
  }
  const cellsOf = (cells: readonly OfKind<"cell">[]) => {
    const rows = [...new Set(cells.map(({ rowId }) => rowId))]
    const named = rows.slice(0, mostRows).map((rowId) => {
      const fields = cells.filter((cell) => cell.rowId === rowId).map(({ field }) => field)
      const names = [...new Set(fields)].map((field) => words.field[field])
      return t("inRow", { fields: list(names), row: numberOf(rowId) })
    })
    const more = rows.length - named.length
    return list(more > 0 ? [...named, t("moreCells", { count: more })] : named)
  }
  const sentencesOf = (by: string, own: readonly News[]): string[] => {
    const cells = own.filter((one) => one.kind === "cell")
    const ofRows = own.filter((one) => one.kind === "row")
    // A row that goes into another area says so in its cell.
    const isArea = (rowId: string) =>
      cells.some((cell) => cell.rowId === rowId && cell.field === "area")
    const deeds = (["added", "moved", "retired", "returned"] as const).flatMap((deed) => {
      const done = ofRows.filter(
        (one) => one.deed === deed && !(deed === "moved" && isArea(one.rowId)),
      )
      const ids = done.map(({ rowId }) => rowId)
      const count = new Set(ids).size
      return count > 0 ? [t(deed, { by, count, rows: rowsOf(ids) })] : []
    })
    return [
      ...deeds,
      ...(cells.length > 0 ? [t("changed", { by, cells: cellsOf(cells) })] : []),
      ...(own.some(({ kind }) => kind === "areas") ? [t("areas", { by })] : []),
      ...(own.some(({ kind }) => kind === "about") ? [t("about", { by })] : []),
    ]
  }
  const people = new Map<string, News[]>()
  for (const one of news)
    if (one.kind !== "much") people.set(one.by, [...(people.get(one.by) ?? []), one])
  return [
    ...[...people].flatMap(([by, own]) => sentencesOf(by || t("somebody"), own)),
    ...(news.some(({ kind }) => kind === "much") ? [t("much")] : []),
  ].join(" ")
}
