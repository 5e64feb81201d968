import { sql } from "drizzle-orm"
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { minutes, minutesRevisions } from "./minutes"
import { people } from "./people"

const writtenAt = (name: string) => instant(name).notNull().default(sql`clock_timestamp()`)

/** The shared document of a meeting's minutes: a snapshot, and the number of its newest update. */
export const minutesDocuments = pgTable(
  "minutes_documents",
  {
    meetingId: uuid("meeting_id")
      .primaryKey()
      .references(() => minutes.meetingId),
    // Devices keep copies of one document; a later one of the same minutes must not mix with them.
    id: uuid("id").notNull().defaultRandom(),
    last: integer("last").notNull().default(0),
    snapshot: bytes("snapshot").notNull(),
    snapshotUpto: integer("snapshot_upto").notNull().default(0),
    schema: integer("schema").notNull(),
    changedAt: writtenAt("changed_at"),
  },
  (t) => [
    check(
      "minutes_documents_order",
      sql`${t.last} >= ${t.snapshotUpto} and ${t.snapshotUpto} >= 0`,
    ),
  ],
)

/**
 * What was written since the snapshot, numbered without a gap in the order of the commits. A row goes
 * only after a snapshot that holds it was committed.
 */
export const minutesUpdates = pgTable(
  "minutes_updates",
  {
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => minutesDocuments.meetingId),
    number: integer("number").notNull(),
    update: bytes("update").notNull(),
    authorId: uuid("author_id").references(() => people.id),
    writtenAt: writtenAt("written_at"),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.number] }),
    check("minutes_updates_number", sql`${t.number} > 0`),
    check("minutes_updates_present", sql`octet_length(${t.update}) > 0`),
  ],
)

/** Who brought what a device wrote, from one of its clocks on. What the portal wrote has no author. */
export const minutesWriters = pgTable(
  "minutes_writers",
  {
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => minutesDocuments.meetingId),
    clientId: bigint("client_id", { mode: "number" }).notNull(),
    fromClock: integer("from_clock").notNull(),
    authorId: uuid("author_id").references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.clientId, t.fromClock] })],
)

export const minutesBlockKind = pgEnum("minutes_block_kind", [
  "statement",
  "decision",
  "action",
  "question",
])

/** A block of the record as it stands in the text at this moment: always equal to it. */
export const minutesBlocks = pgTable(
  "minutes_blocks",
  {
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => minutes.meetingId),
    id: uuid("id").notNull(),
    kind: minutesBlockKind("kind").notNull(),
    sectionId: text("section_id").notNull(),
    position: integer("position").notNull(),
    words: text("words").notNull(),
    content: jsonb("content").notNull(),
    personId: uuid("person_id").references(() => people.id),
    name: text("name").notNull().default(""),
    capacity: text("capacity").notNull().default(""),
    due: date("due", { mode: "string" }),
    outcome: text("outcome"),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.id] }),
    index("minutes_blocks_kind").on(t.meetingId, t.kind),
    index("minutes_blocks_person").on(t.personId),
  ],
)

/** Who is to do an action, in the order of the text. */
export const minutesBlockOwners = pgTable(
  "minutes_block_owners",
  {
    meetingId: uuid("meeting_id").notNull(),
    blockId: uuid("block_id").notNull(),
    position: integer("position").notNull(),
    personId: uuid("person_id").references(() => people.id),
    name: text("name").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.blockId, t.position] }),
    foreignKey({
      name: "minutes_block_owners_of",
      columns: [t.meetingId, t.blockId],
      foreignColumns: [minutesBlocks.meetingId, minutesBlocks.id],
    }).onDelete("cascade"),
    index("minutes_block_owners_person").on(t.personId),
  ],
)

/** Who wrote since the revision before. */
export const minutesContributors = pgTable(
  "minutes_contributors",
  {
    meetingId: uuid("meeting_id").notNull(),
    number: integer("number").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.number, t.personId] }),
    foreignKey({
      name: "minutes_contributors_of",
      columns: [t.meetingId, t.number],
      foreignColumns: [minutesRevisions.meetingId, minutesRevisions.number],
    }),
  ],
)

/** A revision that somebody gave a name. */
export const minutesRevisionNames = pgTable(
  "minutes_revision_names",
  {
    meetingId: uuid("meeting_id").notNull(),
    number: integer("number").notNull(),
    name: text("name").notNull(),
    namedBy: uuid("named_by").references(() => people.id),
    namedAt: writtenAt("named_at"),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.number] }),
    foreignKey({
      name: "minutes_revision_names_of",
      columns: [t.meetingId, t.number],
      foreignColumns: [minutesRevisions.meetingId, minutesRevisions.number],
    }),
    check("minutes_revision_names_present", sql`length(trim(${t.name})) > 0`),
  ],
)
