import { type SQL, sql } from "drizzle-orm"
import type * as Y from "yjs"
import type { TextForm } from "./form"

/** The tables in which texts of a kind are kept, and the column that says whose a row is. */
export type LiveTables = { states: string; updates: string; writers: string; key: string }

/** A kind of text that several people write at once. */
export type LiveKind = {
  /** The first word of the names under which its texts are opened. */
  name: "minutes" | "documents"
  /** The form of the text that this version reads and writes. */
  schema: number
  tables: LiveTables
  form: TextForm
  /** The part of a text to whose end go words of which nobody knows any more where they stood. */
  end: string
  /**
   * What the sections of a text are called, by the ids that threads know them by; null where its parts
   * are its sections.
   */
  sections: ((doc: Y.Doc) => ReadonlyMap<string, string>) | null
  /** The section that has no title and is called by its first words; null where there is none. */
  untitled: string | null
  /**
   * Looks at a change that was just applied, and returns what puts right what Yjs alone merges badly;
   * null when nothing has to be.
   */
  mend: (change: Y.Transaction) => ((doc: Y.Doc, origin: unknown) => void) | null
}

/** One text of a kind: the minutes of a meeting by the meeting's id, a document by its own. */
export type LiveText = { kind: LiveKind; id: string }

/** The names of the tables of a kind, to stand in a statement. */
export function named({ kind }: Pick<LiveText, "kind">): Record<keyof LiveTables, SQL> {
  const { states, updates, writers, key } = kind.tables
  const name = (text: string) => sql`${sql.identifier(text)}`
  return { states: name(states), updates: name(updates), writers: name(writers), key: name(key) }
}
