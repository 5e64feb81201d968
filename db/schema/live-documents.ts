import { foreignKey, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core"
import { documentRevisions, documents } from "./documents"
import {
  contributorColumns,
  stateChecks,
  stateColumns,
  updateChecks,
  updateColumns,
  writerColumns,
} from "./live-columns"

/** The shared text of a document. */
export const documentStates = pgTable(
  "document_states",
  {
    documentId: uuid("document_id")
      .primaryKey()
      .references(() => documents.id),
    ...stateColumns(),
  },
  (t) => stateChecks("document_states", t),
)

/** What was written in it since the snapshot. */
export const documentUpdates = pgTable(
  "document_updates",
  {
    documentId: uuid("document_id")
      .notNull()
      .references(() => documentStates.documentId),
    ...updateColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.number] }),
    ...updateChecks("document_updates", t),
  ],
)

/** Who brought what a device wrote in it. */
export const documentWriters = pgTable(
  "document_writers",
  {
    documentId: uuid("document_id")
      .notNull()
      .references(() => documentStates.documentId),
    ...writerColumns(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.clientId, t.fromClock] })],
)

/** Who wrote since the revision before. */
export const documentContributors = pgTable(
  "document_contributors",
  { documentId: uuid("document_id").notNull(), ...contributorColumns() },
  (t) => [
    primaryKey({ columns: [t.documentId, t.number, t.personId] }),
    foreignKey({
      name: "document_contributors_of",
      columns: [t.documentId, t.number],
      foreignColumns: [documentRevisions.documentId, documentRevisions.number],
    }),
  ],
)
