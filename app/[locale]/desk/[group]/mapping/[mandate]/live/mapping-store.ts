import type { CellField, Clash, Way } from "@/lib/mapping/model"
import type { Table } from "@/lib/mapping/queries"
import type { SaveState } from "../../../live/live-state"
import type { CellDraft } from "./kept"
import type { News } from "./news"
import type { AddedRow } from "./ops"
import type { Walked } from "./said"

/**
 * A cell as somebody left it. `base` is the revision that the table showed when they began to edit it
 * (`row.revisions[field] ?? 0`): without it a change that arrived while they typed would be overwritten.
 * Left out where nothing was open, as in a paste: what is shown now counts as seen. `movedTo` names the cells
 * (`keyOf`) of the same save that took the words of this one: it is emptied only where they arrive.
 */
export type CellEdit = {
  rowId: string
  field: CellField
  value: unknown
  base?: number
  movedTo?: readonly string[]
}

/** Both texts of a cell: what stands there now, whose it is, and what was written here. */
export type BothOf = Clash & { id: string; mine: unknown; save?: string }

/**
 * What the portal would not take; kept until somebody discards it, so that no word is lost. Of a row that
 * is not in the table it was to be a new one.
 */
export type Refused = {
  id: string
  /** Null where it is of no row, but of an area. */
  rowId: string | null
  field: CellField | null
  mine: unknown
  message: string
  /** The save that it was of: what is of one can be tried again, or discarded, together. */
  save?: string
}

/** Somebody else who is in a cell; `colour` from 1 to 6, the same on every page. */
export type HereInCell = {
  personId: string
  name: string
  colour: number
  rowId: string
  field: CellField
}

export type Choice = "mine" | "theirs" | "both"

/**
 * A table that many edit at once. What is done here is shown at once, kept on the device and sent in
 * order; what others do arrives by itself. A new row has the number 0 until it is saved.
 */
export type MappingStore = {
  /** Own unsaved changes applied; the same object until something changes. */
  table(): Table
  /**
   * As one step of undo, and one save; more than one may hold are sent in parts. `draft` is what was being
   * written until now and is handed over by it.
   */
  save(cells: readonly CellEdit[], way?: Way, draft?: string): void
  /** What is being written in an open editor: kept on the device, and nothing but that. */
  write(draft: CellDraft): void
  /** What was being written when a page of ours went. */
  drafts(): readonly CellDraft[]
  /** What was being written is given up. */
  forget(draft: string): void
  /** Its id. After no row: `after: null` is the first place of the area, left out the last. */
  addRow(at: { areaId: string; after?: string | null }): string
  moveRow(rowId: string, to: { areaId: string; after: string | null }): void
  /** With its rows, behind another one; null for the first place. */
  moveArea(areaId: string, to: { after: string | null }): void
  /** Cells, and the rows that were lacking for them, each the last of its area: one step of undo. */
  paste(block: { cells: readonly CellEdit[]; added: readonly AddedRow[] }): void
  retireRow(rowId: string, reason: string): void
  returnRow(rowId: string): void
  /** What was taken back, in words, and where it is; null when there is nothing. */
  undo(): Walked | null
  redo(): Walked | null
  clashes(): readonly BothOf[]
  /**
   * One of `clashes()`, by its id (of a cell there may be two, left by two pages), or many as one save and one
   * step; where both do not fit together, that one is left to be chosen about.
   */
  settle(ids: string | readonly string[], choice: Choice): void
  refused(): readonly Refused[]
  discard(ids: string | readonly string[]): void
  /**
   * What was refused of a cell, or of many as one save, once more, and nothing else of their rows; a row that was
   * retired comes back for it.
   */
  again(ids: string | readonly string[]): void
  /** A new row that was refused, or many, once more and with their words, as the last of an area. */
  addAgain(rowIds: string | readonly string[], areaId: string): void
  /** Whom the table may name, as it was just asked for. */
  meet(people: Table["people"]): void
  here(): readonly HereInCell[]
  enter(rowId: string, field: CellField): void
  leave(): void
  /** What the save mark shows; see `MappingMark`. */
  state(): SaveState
  /** Whether what others do comes by itself, or is asked for every few seconds. */
  via(): "line" | "requests"
  /** Why others' changes are only asked for, as the portal says it; null where it said nothing. */
  full(): string | null
  /** Changed by others in the last seconds. */
  recent(): readonly { rowId: string; field: CellField; by: string }[]
  /** Tells what others do as it comes, after it is in the table; answers with what ends it. */
  others(ear: (news: readonly News[]) => void): () => void
  /** What is not saved yet, as plain words, for whoever wants to copy it. */
  words(): string
  subscribe(listener: () => void): () => void
}

export type Given = {
  mapping: { id: string; change: number }
  table: Table
  /** Whoever is signed in. */
  me: { id: string; name: string }
}
