import { sql } from "drizzle-orm"
import { check, index, integer, jsonb, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, instant } from "./columns"
import { groups } from "./groups"
import { meetings } from "./meetings"
import { people } from "./people"

/** Files that were brought in together. */
export const importBatches = pgTable(
  "import_batches",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    broughtInBy: uuid("brought_in_by").references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [index("import_batches_group").on(t.groupId, t.createdAt)],
)

export const importState = pgEnum("import_state", ["read", "refused", "saved", "discarded"])

/** One file of a batch: its whole text, what was read in it, what was corrected, what became of it. */
export const importFiles = pgTable(
  "import_files",
  {
    id: id(),
    batchId: uuid("batch_id")
      .notNull()
      .references(() => importBatches.id),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    state: importState("state").notNull(),
    source: text("source"),
    sourceSha256: text("source_sha256"),
    read: jsonb("read"),
    corrected: jsonb("corrected"),
    refusal: jsonb("refusal"),
    revision: integer("revision").notNull().default(1),
    meetingId: uuid("meeting_id").references(() => meetings.id),
    settledAt: instant("settled_at"),
  },
  (t) => [
    index("import_files_batch").on(t.batchId, t.position),
    index("import_files_hash").on(t.sourceSha256),
    check("import_files_refused_why", sql`(${t.state} = 'refused') = (${t.refusal} is not null)`),
    check("import_files_saved_where", sql`${t.state} <> 'saved' or ${t.meetingId} is not null`),
  ],
)
