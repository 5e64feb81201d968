import type * as Y from "yjs"
import type { Transaction } from "@/db/client"
import type { LiveText } from "@/lib/live/kind"
import type { StoredState } from "@/lib/live/stored"
import type { Actor } from "@/lib/platform/actor"

/** What the policy asks about a text, and who is shown as its note-taker. */
export type Subject = { groupId: string; noteTakerId: string | null }

/** Rows that follow from the text while it is written: `take` hands over those that are due. */
export type Rows = {
  take: () => { write: (tx: Transaction) => Promise<void>; kept: () => void; failed: () => void }
}

/** A kind of text that this server opens for writing, and what it asks of it. */
export type Served<S extends Subject = Subject> = {
  textOf: (id: string) => LiveText
  /** Whether somebody may write in a text at this moment; refuses as `authorize` does. */
  admit: (actor: Actor, id: string) => Promise<S>
  /** The texts of these ids; those that are not are left out. */
  find: (ids: readonly string[]) => Promise<ReadonlyMap<string, S>>
  /** Asks again about a subject that came from here; refuses as `authorize` does. */
  allow(actor: Actor, subject: S): void
  open: (actor: Actor, id: string) => Promise<StoredState>
  rows: (id: string, doc: Y.Doc) => Rows
  /** Marks a moment in the history, when something was written since the last. */
  mark: (actor: Actor, id: string) => Promise<unknown>
  /** Folds the log into a snapshot. */
  compact: (id: string) => Promise<unknown>
}
