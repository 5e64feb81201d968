import { sql } from "drizzle-orm"
import { bigint, check, foreignKey, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { documentRevisions, documents } from "./documents"
import { people } from "./people"

const writtenAt = (name: string) => instant(name).notNull().default(sql`clock_timestamp()`)

/** The shared text of a document, like that of minutes: a snapshot, and the number of its newest update. */
export const documentStates = pgTable(
  "document_states",
  {
    documentId: uuid("document_id")
      .primaryKey()
      .references(() => documents.id),
    id: uuid("id").notNull().defaultRandom(),
    last: integer("last").notNull().default(0),
    snapshot: bytes("snapshot").notNull(),
    snapshotUpto: integer("snapshot_upto").notNull().default(0),
    schema: integer("schema").notNull(),
    changedAt: writtenAt("changed_at"),
  },
  (t) => [
    check("document_states_order", sql`${t.last} >= ${t.snapshotUpto} and ${t.snapshotUpto} >= 0`),
  ],
)

/** What was written since the snapshot, numbered without a gap in the order of the commits. */
export const documentUpdates = pgTable(
  "document_updates",
  {
    documentId: uuid("document_id")
      .notNull()
      .references(() => documentStates.documentId),
    number: integer("number").notNull(),
    update: bytes("update").notNull(),
    authorId: uuid("author_id").references(() => people.id),
    writtenAt: writtenAt("written_at"),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.number] }),
    check("document_updates_number", sql`${t.number} > 0`),
    check("document_updates_present", sql`octet_length(${t.update}) > 0`),
  ],
)

/** Who brought what a device wrote, from one of its clocks on. What the portal wrote has no author. */
export const documentWriters = pgTable(
  "document_writers",
  {
    documentId: uuid("document_id")
      .notNull()
      .references(() => documentStates.documentId),
    clientId: bigint("client_id", { mode: "number" }).notNull(),
    fromClock: integer("from_clock").notNull(),
    authorId: uuid("author_id").references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.clientId, t.fromClock] })],
)

/** Who wrote since the revision before. */
export const documentContributors = pgTable(
  "document_contributors",
  {
    documentId: uuid("document_id").notNull(),
    number: integer("number").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.number, t.personId] }),
    foreignKey({
      name: "document_contributors_of",
      columns: [t.documentId, t.number],
      foreignColumns: [documentRevisions.documentId, documentRevisions.number],
    }),
  ],
)
