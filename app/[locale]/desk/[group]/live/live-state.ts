import type { Reason } from "@/lib/live/protocol"

/** Where the words are that were written here. Nothing is called saved before its commit. */
export type SaveState =
  | { kind: "opening" }
  | { kind: "saved"; at: string }
  | { kind: "saving" }
  /**
   * `waits` says whether anything is not committed, and `words` how many words, as far as they can be
   * counted; `kept` whether the device has them for good, `late` that there is a network and yet no
   * commit.
   */
  | { kind: "offline"; waits: boolean; words: number; kept: boolean; late: boolean }
  /** A cell of a table is being written, and all else is saved. */
  | { kind: "writing"; kept: boolean }
  /** So many cells of a table wait for somebody's choice: another changed them too, or they were refused. */
  | { kind: "unsettled"; cells: number; kept: boolean }
  /** The server will have no more of it; `waits` says whether anything is not committed. */
  | { kind: "refused"; reason: Reason; kept: boolean; waits: boolean }

/** What is known from which the save mark follows. */
export type Facts = {
  opened: boolean
  /** How often something was written here, and up to which all is committed. */
  written: number
  kept: number
  keptAt: string
  /** Whether the server is heard at this moment, over the line or by requests. */
  heard: boolean
  /** Whether it is asked for the first time and may still answer. */
  calling: boolean
  /** Whether something that was written here, now or at an earlier visit, is known to be nowhere else. */
  waits: boolean
  /** For how long, in milliseconds, something has been waiting for its commit. */
  waiting: number
  words: number
  device: boolean
  refused: Reason | null
}

/** Something that waits this long, in milliseconds, is no longer said to be on its way. */
const patience = 8_000

/** The save mark that is true now. */
export function saveState(facts: Facts): SaveState {
  const { refused, device: kept, words } = facts
  const isKept = facts.opened && facts.kept >= facts.written
  if (refused) return { kind: "refused", reason: refused, kept, waits: !isKept }
  if (isKept && facts.heard) return { kind: "saved", at: facts.keptAt }
  if (facts.calling) return facts.waits ? { kind: "saving" } : { kind: "opening" }
  if (!facts.heard || facts.waiting > patience) {
    if (!facts.opened && !facts.waits) return { kind: "opening" }
    return { kind: "offline", waits: facts.waits, words, kept, late: facts.heard }
  }
  return facts.opened ? { kind: "saving" } : { kind: "opening" }
}
