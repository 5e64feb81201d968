import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { createdAt, id, instant } from "./columns"
import { groups } from "./groups"
import { people } from "./people"

/** Whether the list of participants is annexed to the report, or given on request (then it only counts). */
export const participantList = pgEnum("participant_list", ["annexed", "on-request"])

/** One meeting of a group. A draft that was read from a file may still lack its number and start. */
export const meetings = pgTable(
  "meetings",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    number: integer("number"),
    printedNumbers: text("printed_numbers").array().notNull().default(sql`'{}'`),
    title: text("title").notNull().default(""),
    startsAt: instant("starts_at"),
    zone: text("zone").notNull().default("UTC"),
    minutes: integer("minutes"),
    place: text("place").notNull().default("online"),
    joinLink: text("join_link"),
    participantList: participantList("participant_list").notNull().default("annexed"),
    noteTakerId: uuid("note_taker_id").references(() => people.id),
    fromArchive: boolean("from_archive").notNull().default(false),
    nextMeetingText: text("next_meeting_text").notNull().default(""),
    cancelledAt: instant("cancelled_at"),
    cancelledBy: uuid("cancelled_by").references(() => people.id),
    cancelReason: text("cancel_reason"),
    // Three texts that are edited side by side: the facts, the agenda, the attendance.
    revision: integer("revision").notNull().default(1),
    agendaRevision: integer("agenda_revision").notNull().default(1),
    attendanceRevision: integer("attendance_revision").notNull().default(1),
    createdAt: createdAt(),
    changedAt: instant("changed_at").notNull().defaultNow(),
  },
  (t) => [
    unique("meetings_number_once").on(t.groupId, t.number),
    unique("meetings_of_group").on(t.groupId, t.id),
    index("meetings_start").on(t.groupId, t.startsAt),
    check("meetings_number_positive", sql`${t.number} > 0`),
    check("meetings_length", sql`${t.minutes} between 1 and 1440`),
    check(
      "meetings_cancelled_whole",
      sql`(${t.cancelledAt} is null) = (${t.cancelReason} is null)`,
    ),
  ],
)

/** A number that a meeting once had: its address leads to the new one. */
export const meetingFormerNumbers = pgTable(
  "meeting_former_numbers",
  {
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    number: integer("number").notNull(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.number] })],
)

export const officeKind = pgEnum("office_kind", ["chair", "host", "moderator"])

/** Who chaired, hosted or moderated on the day, in the capacity of that day. */
export const meetingOffices = pgTable(
  "meeting_offices",
  {
    id: id(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    kind: officeKind("kind").notNull(),
    capacity: text("capacity").notNull().default(""),
    position: integer("position").notNull().default(0),
  },
  (t) => [unique("meeting_offices_once").on(t.meetingId, t.personId, t.kind)],
)

export const coverage = pgEnum("coverage", [
  "discussed",
  "no-update",
  "not-reached",
  "not-recorded",
])

/** A node of the agenda's tree. Its id is also the id of its section in the minutes. */
export const agendaItems = pgTable(
  "agenda_items",
  {
    id: id(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id, { onDelete: "cascade" }),
    parentId: uuid("parent_id"),
    position: integer("position").notNull(),
    title: text("title").notNull(),
    presenter: text("presenter").notNull().default(""),
    minutes: integer("minutes"),
    coverage: coverage("coverage"),
    // The item of an earlier meeting of which this is the copy.
    carriedFrom: uuid("carried_from"),
  },
  (t) => [
    unique("agenda_items_of_meeting").on(t.meetingId, t.id),
    foreignKey({
      name: "agenda_items_carried_from",
      columns: [t.carriedFrom],
      foreignColumns: [t.id],
    }).onDelete("set null"),
    index("agenda_items_carried").on(t.carriedFrom),
    foreignKey({
      name: "agenda_items_parent",
      columns: [t.meetingId, t.parentId],
      foreignColumns: [t.meetingId, t.id],
    }).onDelete("cascade"),
    check("agenda_items_title_present", sql`length(trim(${t.title})) > 0`),
    check("agenda_items_minutes", sql`${t.minutes} between 1 and 600`),
  ],
)

/** From when to when the call was at an item. At most one turn of a meeting is open. */
export const agendaTurns = pgTable(
  "agenda_turns",
  {
    id: id(),
    meetingId: uuid("meeting_id").notNull(),
    itemId: uuid("item_id").notNull(),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
    startedBy: uuid("started_by").references(() => people.id),
  },
  (t) => [
    foreignKey({
      name: "agenda_turns_item",
      columns: [t.meetingId, t.itemId],
      foreignColumns: [agendaItems.meetingId, agendaItems.id],
    }).onDelete("cascade"),
    uniqueIndex("agenda_turns_one_open").on(t.meetingId).where(sql`${t.endedAt} is null`),
    index("agenda_turns_meeting").on(t.meetingId, t.startedAt),
    check("agenda_turns_order", sql`${t.endedAt} is null or ${t.endedAt} >= ${t.startedAt}`),
  ],
)

export const attendanceKind = pgEnum("attendance_kind", ["present", "regrets", "written"])

/** One person at one meeting, in the capacity of that day, in the order of the list. */
export const attendance = pgTable(
  "attendance",
  {
    id: id(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    kind: attendanceKind("kind").notNull(),
    capacity: text("capacity").notNull().default(""),
    position: integer("position").notNull().default(0),
  },
  (t) => [uniqueIndex("attendance_once").on(t.meetingId, t.personId)],
)
