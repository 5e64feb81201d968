import { blocksText } from "@/lib/mapping/cells/cell-text"
import { citationText } from "@/lib/mapping/cells/citation"
import { bodiesOf, type Filters, filterFor, isActivityOf, type View } from "@/lib/mapping/filters"
import type { Activity } from "@/lib/mapping/model"
import { allWords } from "@/lib/mapping/sheet/texts"
import { foldName } from "@/lib/people/model"
import type { AnnexEntry, EditionContent, EditionRow } from "./model"

/**
 * Rows under a head: an area's or a body's name; `key` is its slug or the name again, "" for no body.
 * `all` says how many there are where not all of them are shown.
 */
export type RowGroup = { key: string; title: string; rows: EditionRow[]; all?: number }

/** What of an edition a page shows. Months are counted back from the day on which it was frozen. */
export function shownRows(content: EditionContent, { filters, by, row }: View): RowGroup[] {
  const fits = filterFor({ ...filters, responsible: null }, content.frozenAt.slice(0, 10))
  const titles = titlesOf(content)
  const rows = content.rows.filter(
    (one) =>
      (row === null || one.number === row) &&
      fits({ ...one, words: filters.q === "" ? "" : foldName(wordsOf(one, titles)) }),
  )
  return by === "area" ? byArea(content, rows) : byBody(rows, filters)
}

/** The entries of the annex that filters let through. */
export function shownAnnex(content: EditionContent, { filters, row }: View): AnnexEntry[] {
  const wanted = wordsIn(filters.q)
  const titles = titlesOf(content)
  return content.annex.filter(
    (entry) =>
      (row === null || entry.row === row) &&
      (filters.area === null || entry.area === filters.area) &&
      isActivityOf(entry.activity, filters) &&
      standIn(wanted, () => [
        ...[titles.get(entry.area), entry.suggests, ...wordsOfActivity(entry.activity)],
      ]),
  )
}

/** What is looked for, word by word. */
export const wordsIn = (text: string): string[] => foldName(text).split(/\s+/).filter(Boolean)

/** Whether all words that are looked for stand in what is said somewhere. */
export function standIn(wanted: readonly string[], said: () => readonly unknown[]): boolean {
  if (wanted.length === 0) return true
  const words = foldName(said().join("\n"))
  return wanted.every((word) => words.includes(word))
}

const titlesOf = ({ areas }: EditionContent): ReadonlyMap<string, string> =>
  new Map(areas.map(({ slug, title }) => [slug, title]))

/** Everything that can be looked for in a row, in the words of each language. */
function wordsOf(row: EditionRow, titles: ReadonlyMap<string, string>): string {
  const { number, area, suggests, citation, activities, synergies, scope, reason } = row
  return [
    ...[number, titles.get(area), suggests, blocksText(synergies), reason, row.confirmed],
    ...activities.flatMap(wordsOfActivity),
    ...allWords.flatMap((words) => [
      citationText(citation, words.paragraph),
      ...[words.scope[scope], words.status[row.status]],
    ]),
  ].join("\n")
}

/** What can be looked for in an activity, in the words of each language. */
export const wordsOfActivity = ({ title, kind, years, body }: Activity) => [
  ...[title, body, ...years],
  ...allWords.map((words) => words.kind[kind]),
]

function byArea({ areas }: EditionContent, rows: readonly EditionRow[]): RowGroup[] {
  return areas
    .map(({ slug, title }) => ({
      ...{ key: slug, title },
      rows: rows.filter(({ area }) => area === slug),
    }))
    .filter((group) => group.rows.length > 0)
}

/** A row stands under each of its bodies; what names none comes last. */
function byBody(rows: readonly EditionRow[], filters: Filters): RowGroup[] {
  const groups = new Map<string, RowGroup>()
  for (const row of rows) {
    for (const [key, body] of bodiesOf(row.activities, filters)) {
      const group = groups.get(key) ?? { key: body, title: body, rows: [] }
      group.rows.push(row)
      groups.set(key, group)
    }
  }
  return [...groups.values()].sort(
    (one, other) =>
      Number(one.key === "") - Number(other.key === "") || one.title.localeCompare(other.title),
  )
}

/** What the filters of an edition can be set to. */
export function choicesOf(rows: readonly Pick<EditionRow, "activities">[]) {
  const activities = rows.flatMap((row) => row.activities)
  const bodies = new Map(activities.map(({ body }) => [foldName(body), body]))
  bodies.delete("")
  return {
    kinds: new Set(activities.map(({ kind }) => kind)),
    years: [...new Set(activities.flatMap(({ years }) => years))].sort((a, b) => b - a),
    bodies: [...bodies.values()].sort((one, other) => one.localeCompare(other)),
  }
}
