import type { useTranslations } from "next-intl"
import type { Naming } from "@/lib/mapping/cells/cell-text"
import { activityKinds, type CellField, rowStatuses, scopes } from "@/lib/mapping/model"
import type { Table } from "@/lib/mapping/queries"
import type { ColumnId } from "./columns"

/** What the cells of a table say, made once for all of them. */
export type GridWords = Pick<Naming, "kind" | "scope" | "status" | "paragraph"> & {
  locale: string
  field: Record<CellField | "number", string>
  column: (id: ColumnId) => string
  /** Of a cell that holds nothing, where that has to be said. */
  nobody: string
  none: string
  never: string
  /** "8 months ago", beside a day that lies further back than six months. */
  monthsAgo: (months: number) => string
  unsaved: string
}

type Translator = ReturnType<typeof useTranslations<"mapping">>

const record = <Key extends string>(keys: readonly Key[], word: (key: Key) => string) =>
  Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<Key, string>

const fields = [
  ...(["number", "area", "suggests", "citation", "activities", "synergies"] as const),
  ...(["scope", "responsible", "status", "confirmed"] as const),
] as const

export function gridWords(t: Translator, locale: string): GridWords {
  const field = record(fields, (key) => t(`field.${key}`))
  return {
    ...{ locale, field },
    kind: record(activityKinds, (key) => t(`kind.${key}`)),
    scope: record(scopes, (key) => t(`scope.${key}`)),
    status: record(rowStatuses, (key) => t(`status.${key}`)),
    paragraph: t("paragraph"),
    column: (id) => (id === "comments" ? t("grid.comments") : field[id]),
    nobody: t("grid.nobody"),
    none: t("grid.noneKnown"),
    never: t("grid.never"),
    monthsAgo: (months) => t("grid.monthsAgo", { months }),
    unsaved: t("grid.newRow"),
  }
}

/** Whom and what the ids of a table name. */
export function namingOf(table: Table, words: GridWords): Naming {
  const areas = new Map(table.areas.map(({ id, title }) => [id, title]))
  const people = new Map(table.people.map(({ id, name }) => [id, name]))
  const { kind, scope, status, paragraph } = words
  return {
    ...{ kind, scope, status, paragraph },
    area: (id) => areas.get(id) ?? "",
    person: (id) => people.get(id) ?? "",
  }
}
