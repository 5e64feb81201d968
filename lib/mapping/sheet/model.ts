import type { PlainBlock } from "@/lib/minutes/model"
import type { Activity, Area, CellField, CellValues, Revisions } from "../model"

/** The columns of a table as files hold it, in their order. */
export const sheetColumns = [
  ...(["number", "area", "suggests", "citation", "activities", "synergies"] as const),
  ...(["scope", "reason", "responsible", "status", "confirmed"] as const),
] as const
export type SheetColumn = (typeof sheetColumns)[number]

/** A row in plain words; days are `YYYY-MM-DD`, "" stands where a cell is empty. */
export type SheetTexts = Record<SheetColumn, string>

/** A row as every format sets it: its words, and what in it is more than words. */
export type SheetRow = {
  /** The slug of its area. */
  area: string
  texts: SheetTexts
  activities: readonly Activity[]
  synergies: readonly PlainBlock[]
}

/** What a spreadsheet may hold in one cell, in characters; a longer text is cut there. */
const longestCell = 32_000

/** A text as it stands in a cell of a spreadsheet: one that is too long says at its end how much was cut. */
export function cut(text: string): string {
  if (text.length <= longestCell) return text
  const kept = text.slice(0, longestCell - 40).replace(/[\ud800-\udbff]$/, "")
  return `${kept} […${text.length - kept.length}]`
}

/**
 * Words as they are compared: what programs change on the way (line ends, blanks within and at the ends of
 * lines, signs that no XML holds) makes no difference.
 */
export function comparable(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (sign === "\n" || sign === "\t" ? sign : ""))
    .toWellFormed()
    .split("\n")
    .map((line) => {
      const words = line.trimStart()
      return (
        line.slice(0, line.length - words.length) + words.replace(/[\s\u00a0]+/g, " ").trimEnd()
      )
    })
    .join("\n")
    .trim()
}

/**
 * Of which change of which mapping a file of the working table is; `mapping` is a `markOfMapping`. A `part` has
 * some of its rows alone, and says nothing of the others.
 */
export type FileState = { mapping: string; change: number; part?: true }

/** What a mapping is called in its files: enough of its id to tell it from any other. */
export const markOfMapping = (mappingId: string): string => mappingId.replaceAll("-", "").slice(-8)

/** A row of the table, as far as a file may change it. */
export type StandingRow = {
  id: string
  number: number
  cells: CellValues
  revisions: Revisions
  /** Why it was retired; null for one that was not. */
  retired: string | null
}

/**
 * What a cell held until a change of the mapping: with its number, on which day (`YYYY-MM-DD`), and who
 * made it, where that is known.
 */
export type Earlier = { value: unknown; change: number; by: string | null; day: string }

export const earlierKey = (rowId: string, field: CellField) => `${rowId} ${field}`

/** The table as it stands, and what whoever brings a file in may decide. */
export type Standing = {
  areas: readonly Area[]
  rows: readonly StandingRow[]
  people: readonly { id: string; name: string; member: boolean }[]
  /** How the mandate is cited. */
  mandate: string
  mayDecide: boolean
  /** Its own mark, and the number of its newest change. */
  state: FileState
  /** What cells held before, the newest first, by `earlierKey`; of those alone that a file would change. */
  earlier?: ReadonlyMap<string, readonly Earlier[]>
}
