import type { ReadBlock } from "../model"
import type { Rich } from "../text/rich"
import type { Line } from "../text/shape"
import type { Landmark } from "./landmarks"
import type { PlacedLine } from "./placed-line"

/** A block while it is put together, with the text that its places are found by. */
export type Draft = Omit<ReadBlock, "text" | "marks" | "at"> & {
  pieces: Rich[]
  breaks: string[]
  lines: Line[]
  under: PlacedLine["under"]
  head: Landmark | null
  /** A heading with nothing behind it on its line. */
  alone: boolean
  indent: number
  /** The number of a page, which a paragraph may go on behind. */
  page: boolean
}
