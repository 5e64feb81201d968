import { editionPath } from "@/lib/editions/addresses"
import type { AnnexEntry } from "@/lib/editions/model"
import type { PublicEdition } from "@/lib/editions/public-queries"
import type { CellValues } from "@/lib/mapping/model"
import type { DeskMapping, Table } from "@/lib/mapping/queries"
import {
  type FileState,
  markOfMapping,
  type SheetColumn,
  type SheetRow,
  sheetColumns,
} from "@/lib/mapping/sheet/model"
import { textIn, wordsOf } from "@/lib/mapping/sheet/texts"
import { stateText } from "@/lib/mapping/sheet/words"
import { soundActivity, soundLinks } from "@/lib/mapping/sound-links"
import { dayText } from "@/lib/platform/dates"
import { translatorFor } from "@/lib/platform/i18n"
import { type Locale, routing } from "@/lib/platform/locales"

/** A mapping as every format sets it: made once, of a working table or of an edition. */
export type TableSheet = {
  locale: Locale
  group: { shortName: string; name: string }
  mandate: { title: string; symbol: string; link: string }
  /** "Edition 2, 3 March 2026" */
  on: string
  goal: string
  rule: string
  note: string
  areas: readonly { slug: string; title: string }[]
  columns: readonly SheetColumn[]
  /** Of a working table, by which it is known when it comes back; an edition has none. */
  state: FileState | null
  rows: readonly SheetRow[]
  annex: readonly AnnexEntry[]
  /** Where it stands, and by which hash it is known; "" for a working table. */
  address: string
  proof: string
  /** When it was frozen or taken out. Instant, ISO 8601. */
  at: string
  /** What the JSON holds. */
  record: unknown
}

/** The working table, or the `part` of it that is told, without its retired rows, at an instant, in a language. */
export function sheetOfTable(
  mapping: Pick<DeskMapping, "id" | "group" | "mandate" | "goal" | "rule" | "change">,
  table: Table,
  { locale, at, part }: { locale: Locale; at: Date; part?: string | undefined },
): TableSheet {
  const { group, mandate, goal, rule, change } = mapping
  const isPart = part !== undefined
  const state: FileState = {
    ...{ mapping: markOfMapping(mapping.id), change },
    ...(isPart && { part: true }),
  }
  const t = translatorFor(locale)
  const words = wordsOf(locale)
  const areaOf = new Map(table.areas.map((area) => [area.id, area]))
  const around = {
    areaTitle: (id: string) => areaOf.get(id)?.title ?? "",
    people: table.people,
  }
  const rows = table.rows.filter(({ retired }) => retired === null)
  const nameOf = (id: string | null) => table.people.find((one) => one.id === id)?.name ?? null
  const day = at.toISOString()
  return {
    ...{ locale, group, mandate, goal, rule, note: "", annex: [], address: "", proof: "", at: day },
    on: t(isPart ? "mapping.sheets.document.partOf" : "mapping.sheets.document.working", {
      ...{ day: dayText(at, locale), part: part ?? "" },
    }),
    areas: table.areas,
    state,
    columns: sheetColumns,
    rows: rows.map(({ number, cells }) =>
      rowOf(number, areaOf.get(cells.area)?.slug ?? "", cells, (column, sound) =>
        textIn(column, sound, words, around),
      ),
    ),
    record: {
      schema: 1,
      group: { slug: group.slug, shortName: group.shortName, name: group.name },
      mandate: { ...mandate, id: undefined },
      takenOutAt: day,
      ...state,
      shown: part,
      goal,
      rule,
      areas: table.areas.map(({ slug, title, aliases, crossCutting }) => {
        return { slug, title, aliases, crossCutting }
      }),
      rows: rows.map(({ number, cells: { scope, responsible, ...cells } }) => ({
        number,
        ...cells,
        area: areaOf.get(cells.area)?.slug ?? "",
        ...scope,
        responsible: nameOf(responsible),
      })),
    },
  }
}

/** An edition, in the language in which the portal speaks to everybody: its file is one for all. */
export function sheetOfEdition({ content, sha256, entry, origin }: PublicEdition): TableSheet {
  const { group, mandate, goal, rule, note, areas, annex, frozenAt, number } = content
  const locale = routing.defaultLocale
  const t = translatorFor(locale)
  const words = wordsOf(locale)
  const around = {
    areaTitle: (slug: string) => areas.find((area) => area.slug === slug)?.title ?? "",
    people: [],
  }
  const day = dayText(new Date(frozenAt), locale)
  return {
    ...{ locale, group, mandate, goal, rule, note, areas, state: null },
    annex: annex.map((entry) => ({ ...entry, activity: soundActivity(entry.activity) })),
    on: t("mapping.sheets.document.edition", { number, day }),
    columns: sheetColumns.filter((column) => column !== "responsible"),
    rows: content.rows.map((row) => {
      const scope = { scope: row.scope, reason: row.reason }
      return rowOf(row.number, row.area, { ...row, scope, responsible: null }, (column, sound) =>
        textIn(column, sound, words, around),
      )
    }),
    address: origin + editionPath(group.slug, mandate.slug, number),
    proof: entry
      ? t("mapping.sheets.document.entry", entry)
      : t("mapping.sheets.document.proof", { hash: sha256 }),
    at: frozenAt,
    record: content,
  }
}

function rowOf(
  number: number,
  area: string,
  cells: CellValues,
  textOf: (column: Exclude<SheetColumn, "number">, cells: CellValues) => string,
): SheetRow {
  const activities = cells.activities.map(soundActivity)
  const synergies = soundLinks(cells.synergies)
  const sound = { ...cells, activities, synergies }
  const texts = sheetColumns.map((column) => [
    column,
    column === "number" ? String(number) : textOf(column, sound),
  ])
  return { area, activities, synergies, texts: Object.fromEntries(texts) as SheetRow["texts"] }
}

/** The heads of a table that can come back: that of its numbers says of which state it is. */
export const headsOf = ({ columns, locale, state }: TableSheet): string[] =>
  columns.map((column) => {
    const head = headOf(column, locale)
    return column === "number" && state ? `${head} (${stateText(state, locale)})` : head
  })

/** What a column is called at its head. */
export function headOf(column: SheetColumn, locale: Locale): string {
  const t = translatorFor(locale)
  return column === "reason" ? t("mapping.sheets.column.reason") : t(`mapping.field.${column}`)
}
