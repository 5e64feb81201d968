import { squeezed } from "@/lib/check/words"
import type { FinishedBlock } from "./finished"
import { findSentences } from "./sentences"

/** What is to be done, behind whose it is: "Owner: Ana Lind", then "Task: …". */
export const WHAT = /^(?:tasks?|actions?|what|to[- ]?do)\s*:/i
export const DUE_LABEL = /^(?:due|deadline|by when|when|until|not later|term|time|target)/i
/** "Chairman ..............": a line to sign on. */
export const SIGNATURE = /[._…]{8}/
/** Whose what stands above it is. */
export const OWNER_LABEL =
  /^(?:action(?:ed)? by|for action by|to be done by|responsib|owner|assign|(?:persons? )?in charge|who|by whom|lead)/i
export const NONE = /^(?:none|nil|n\/a|no (?:new )?actions?[^.]{0,40})\W*$/i

/** An action as it compares with its repetition: without the day behind it. */
export const keyOf = (text: string) =>
  squeezed(text.replace(/(?:\s[–—-]|[,;])?\s\(?(?:due|by|deadline)\b.{0,40}$/i, ""))

/** The whole of a paragraph, or the last of its sentences where it has several. */
export function wholeOf({ rich }: FinishedBlock) {
  const last = findSentences(rich.text).at(-1)
  return {
    from: last?.from ?? 0,
    to: last?.to ?? rich.text.length,
    due: null,
    how: "read" as const,
  }
}
