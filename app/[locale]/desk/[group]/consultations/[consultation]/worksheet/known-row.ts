import type { Decision, StaleRow } from "@/lib/consultations/worksheet/model"
import type { ActionResult } from "@/lib/platform/action"

type Saved = ActionResult<{ revision: number }> | null

/** What stands in a row that was refused because it is another one by now; null of every other answer. */
export function staleRow(state: Saved): StaleRow | null {
  const data = state?.ok === false && state.code === "conflict" ? state.data : null
  return typeof data === "object" && data !== null && "revision" in data ? (data as StaleRow) : null
}

/** The newest revision of a row that its form knows, after an answer. */
export function knownRevision(known: number, state: Saved): number {
  const said = state?.ok ? state.data.revision : staleRow(state)?.revision
  return Math.max(known, said ?? 0)
}

/** Whether two rows as they are stored were decided otherwise. */
export const isOther = (one: Decision, other: Decision): boolean =>
  one.disposition !== other.disposition || one.reason !== other.reason
