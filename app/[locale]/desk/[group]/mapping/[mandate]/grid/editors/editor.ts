import type { CellField, CellValues } from "@/lib/mapping/model"
import type { Table } from "@/lib/mapping/queries"
import type { GridWords } from "../words"
import type { WrongAt } from "./wrong-at"

/** What every editor of a cell is given. It begins with `value`, and tells of each change. */
export type EditorProps<Field extends CellField> = {
  value: CellValues[Field]
  /**
   * The letter that opened it, in place of what stood there, or behind it in a list; "" where the letter is
   * still being composed, null where it was opened by Enter.
   */
  typed: string | null
  change: (value: CellValues[Field]) => void
  /** Keeps what was changed and closes: for editors in which one choice is all there is. */
  done: () => void
  setting: EditorSetting
  /** The field that kept the cell from being kept, until something is changed. */
  wrong?: WrongAt | null | undefined
}

/** Where the sentence about what cannot be kept stands. */
export const problemId = "cell-problem"

/** What a field says of itself that is wrong. */
export const wrongField = { "aria-invalid": true, "aria-describedby": problemId }

export type RichProps = EditorProps<"synergies"> & {
  /** What was typed before the editor had come. */
  early: string
}
/** What editors know of the table around the cell. */
export type EditorSetting = {
  words: GridWords
  areas: Table["areas"]
  people: Table["people"]
  today: string
  /** How the mapping's mandate is cited. */
  symbol: string
  /** The name of the cell: "Scope, row 3". */
  label: string
}
