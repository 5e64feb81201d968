import type { Decision, StaleRow } from "@/lib/consultations/worksheet/model"
import type { ActionResult } from "@/lib/platform/action"

type Known = Decision & { revision: number }
type Saved = ActionResult<Known> | null

/** What a row of the sheet knows: `known` was seen in its form, and is what a save goes out from. */
type Seen = {
  /** The answer that was looked at last. */
  answer: Saved
  known: Known
  /** Decided by somebody else meanwhile, and shown beside the words in the form. */
  theirs: StaleRow | null
  /** Refused because of a comment that says something else now: the page is read anew. */
  moved: StaleRow | null
  /** Counts how often the fields were drawn anew because the page was read anew. */
  drawn: number
}

/** What is known of a row that was just drawn. */
export const firstSeen = (row: StaleRow): Seen => ({
  ...{ answer: null, known: row, theirs: null, moved: null, drawn: 0 },
})

/** What stands in a row that was refused because it is another one by now; null of every other answer. */
export function staleRow(state: Saved): StaleRow | null {
  const data = state?.ok === false && state.code === "conflict" ? state.data : null
  return typeof data === "object" && data !== null && "revision" in data ? (data as StaleRow) : null
}

/** Whether two rows as they are stored were decided otherwise. */
export const isOther = (one: Decision, other: Decision): boolean =>
  one.disposition !== other.disposition || one.reason !== other.reason

/** Whether a form holds something that whoever leaves the page would lose. */
export const isUnsaved = (known: Known, fields: Decision | null): boolean =>
  fields !== null && isOther(fields, known)

/** What is known after an answer: one's own save, or what somebody else decided, which is shown now. */
export function afterAnswer(seen: Seen, answer: Saved, fields: Decision | null): Seen {
  const stale = staleRow(answer)
  const said = answer?.ok ? answer.data : stale
  const known = said && said.revision > seen.known.revision ? said : seen.known
  const isMoved = stale !== null && !isOther(stale, seen.known)
  const isTheirs = stale !== null && !isMoved && !(fields && !isOther(stale, fields))
  const kept = said ? null : seen.theirs
  return {
    ...seen,
    answer,
    known,
    theirs: isTheirs ? stale : kept,
    moved: isMoved ? stale : null,
  }
}

/**
 * What is known after the page was read anew. Where nothing was typed the row is drawn as it stands by
 * now. Otherwise somebody else's decision is shown beside the words and stays unknown: whoever is about to
 * press has not read it, so the first save is refused and asks.
 */
export function afterReading(seen: Seen, row: StaleRow, fields: Decision | null): Seen {
  if (row.revision <= seen.known.revision) return seen
  if (!isOther(row, seen.known)) return { ...seen, known: row }
  if (isUnsaved(seen.known, fields)) return { ...seen, theirs: row }
  // Of a refused form the fields are drawn from what was sent.
  if (seen.answer?.ok === false) return { ...seen, theirs: row }
  return { ...seen, known: row, theirs: null, drawn: seen.drawn + 1 }
}

/** What is chosen and typed in the form of a row. */
export function decisionIn(form: HTMLFormElement | null): Decision | null {
  if (!form) return null
  const given = new FormData(form)
  return decisionOf({ disposition: given.get("disposition"), reason: given.get("reason") })
}

/** The same of what a refused form holds. */
export function decisionOf(given: Partial<Record<keyof Decision, unknown>>): Decision {
  const disposition = (given.disposition || null) as Decision["disposition"]
  return { disposition, reason: String(given.reason ?? "").replaceAll("\r\n", "\n") }
}
