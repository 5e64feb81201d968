import { sql } from "drizzle-orm"
import {
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
import {
  contributorColumns,
  stateChecks,
  stateColumns,
  updateChecks,
  updateColumns,
  writerColumns,
  writtenAt,
} from "./live-columns"
import { minutes, minutesRevisions } from "./minutes"
import { people } from "./people"

/** The shared document of a meeting's minutes. */
export const minutesDocuments = pgTable(
  "minutes_documents",
  {
    meetingId: uuid("meeting_id")
      .primaryKey()
      .references(() => minutes.meetingId),
    ...stateColumns(),
  },
  (t) => stateChecks("minutes_documents", t),
)

/** What was written in it since the snapshot. */
export const minutesUpdates = pgTable(
  "minutes_updates",
  {
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => minutesDocuments.meetingId),
    ...updateColumns(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.number] }), ...updateChecks("minutes_updates", t)],
)

/** Who brought what a device wrote in it. */
export const minutesWriters = pgTable(
  "minutes_writers",
  {
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => minutesDocuments.meetingId),
    ...writerColumns(),
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
  { meetingId: uuid("meeting_id").notNull(), ...contributorColumns() },
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
