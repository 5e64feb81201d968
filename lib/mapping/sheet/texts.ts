import { catalogues } from "@/lib/platform/i18n"
import { type Locale, routing } from "@/lib/platform/locales"
import type { Naming } from "../cells/cell-text"
import { citationText } from "../cells/citation"
import type { CellField, CellValues } from "../model"
import { writeActivities } from "./activity-lines"
import type { Nameable } from "./inline"
import type { SheetTexts } from "./model"
import { writeRichText } from "./rich-text"

/** The words of a language in which a table is written. */
export type SheetWords = Pick<Naming, "kind" | "scope" | "status" | "paragraph">

export const wordsOf = (locale: Locale): SheetWords => {
  const { kind, scope, status, paragraph } = catalogues[locale].mapping
  return { kind, scope, status, paragraph }
}

/** The words of every language: a table may come back in another than it was taken out in. */
export const allWords: readonly SheetWords[] = routing.locales.map(wordsOf)

/** Whom and what the ids of a row name. */
export type Around = { areaTitle: (id: string) => string; people: readonly Nameable[] }

type Column = keyof SheetTexts
/** The columns in which each cell of a row is written. */
export const columnsOfField: Record<CellField, readonly Column[]> = {
  area: ["area"],
  suggests: ["suggests"],
  citation: ["citation"],
  activities: ["activities"],
  synergies: ["synergies"],
  scope: ["scope", "reason"],
  responsible: ["responsible"],
  status: ["status"],
  confirmed: ["confirmed"],
}

/** What stands in one column of a row. */
export function textIn(
  column: Exclude<Column, "number">,
  cells: CellValues,
  words: SheetWords,
  { areaTitle, people }: Around,
): string {
  switch (column) {
    case "area":
      return areaTitle(cells.area)
    case "suggests":
      return cells.suggests
    case "citation":
      return citationText(cells.citation, words.paragraph)
    case "activities":
      return writeActivities(cells.activities, words.kind)
    case "synergies":
      return writeRichText(cells.synergies, people)
    case "scope":
      return words.scope[cells.scope.scope]
    case "reason":
      return cells.scope.reason
    case "responsible":
      return people.find(({ id }) => id === cells.responsible)?.name ?? ""
    case "status":
      return words.status[cells.status]
    case "confirmed":
      return cells.confirmed ?? ""
  }
}

/** A cell as the preview shows it: all that stands in its columns. */
export function fieldText(
  field: CellField,
  cells: CellValues,
  words: SheetWords,
  around: Around,
): string {
  return columnsOfField[field]
    .map((column) => (column === "number" ? "" : textIn(column, cells, words, around)))
    .filter(Boolean)
    .join(": ")
}
