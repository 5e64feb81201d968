import { sql } from "drizzle-orm"
import {
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { createdAt, id, instant } from "./columns"
import { groups } from "./groups"
import { meetings } from "./meetings"
import { people } from "./people"
import { reports } from "./reports"

/**
 * A correction of a published report: being prepared while `report_id` and `dropped_at` are null, then
 * the version that it became, or given up. One at a time for each meeting.
 */
export const corrections = pgTable(
  "corrections",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    meetingId: uuid("meeting_id").notNull(),
    correctsVersion: integer("corrects_version").notNull(),
    reason: text("reason").notNull(),
    begunBy: uuid("begun_by")
      .notNull()
      .references(() => people.id),
    begunAt: createdAt(),
    droppedAt: instant("dropped_at"),
    droppedBy: uuid("dropped_by").references(() => people.id),
    reportId: uuid("report_id")
      .unique("corrections_report")
      .references(() => reports.id),
  },
  (t) => [
    foreignKey({
      name: "corrections_meeting_in_group",
      columns: [t.groupId, t.meetingId],
      foreignColumns: [meetings.groupId, meetings.id],
    }),
    uniqueIndex("corrections_one_open")
      .on(t.meetingId)
      .where(sql`${t.droppedAt} is null and ${t.reportId} is null`),
    check("corrections_reason_present", sql`length(trim(${t.reason})) > 0`),
    check("corrections_version", sql`${t.correctsVersion} > 0`),
    check("corrections_end", sql`${t.droppedAt} is null or ${t.reportId} is null`),
  ],
)

/** What became of a reported error: corrected, withdrawn with the report, no error, or only taken note of. */
export const errorAnswer = pgEnum("error_answer", ["corrected", "no-error", "noted", "withdrawn"])

/**
 * An error that somebody reported at a place of a published version, signed in or not. It stands in the
 * co-chairs' queue once its address was confirmed. `place` is the paragraph, "" for the whole report.
 */
export const errorReports = pgTable(
  "error_reports",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    meetingId: uuid("meeting_id").notNull(),
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
    place: text("place").notNull().default(""),
    quote: text("quote").notNull().default(""),
    message: text("message").notNull(),
    name: text("name").notNull().default(""),
    /** Null once the answer was written to it. */
    email: text("email"),
    locale: text("locale").notNull().default("en"),
    submission: uuid("submission").notNull().unique("error_reports_submission"),
    tokenHash: text("token_hash").notNull().unique("error_reports_token"),
    createdAt: createdAt(),
    confirmedAt: instant("confirmed_at"),
    answer: errorAnswer("answer"),
    reply: text("reply").notNull().default(""),
    answeredAt: instant("answered_at"),
    answeredBy: uuid("answered_by").references(() => people.id),
    correctionId: uuid("correction_id").references(() => corrections.id),
  },
  (t) => [
    foreignKey({
      name: "error_reports_meeting_in_group",
      columns: [t.groupId, t.meetingId],
      foreignColumns: [meetings.groupId, meetings.id],
    }),
    index("error_reports_queue").on(t.groupId, t.createdAt),
    index("error_reports_address").on(t.email, t.createdAt),
    check("error_reports_message_present", sql`length(trim(${t.message})) > 0`),
    check(
      "error_reports_email_lower",
      sql`${t.email} = lower(${t.email}) and position('@' in ${t.email}) > 1`,
    ),
    check(
      "error_reports_answered_whole",
      sql`num_nonnulls(${t.answer}, ${t.answeredAt}, ${t.answeredBy}) in (0, 3)`,
    ),
  ],
)
