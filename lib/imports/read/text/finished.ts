import type { Landmark } from "../lines/landmarks"
import type { ReadBlock } from "../model"
import type { Rich } from "./rich"

/** A block with the text that knows its places in the source, while a report is being read. */
export type FinishedBlock = {
  block: ReadBlock
  rich: Rich
  under: "decisions" | "actions" | null
  head: Landmark | null
  /** Set behind an arrow, as what comes of something is. */
  arrow?: boolean
  /** No empty line stands between it and what is above. */
  close?: boolean
  /** Beside a task: by whom or by when. */
  margin?: boolean
}
