import { sql } from "drizzle-orm"
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { createdAt, id, instant } from "./columns"
import { groups } from "./groups"
import { meetings } from "./meetings"
import { people } from "./people"
import { reports } from "./reports"

/** What the check said of a published version when it was published. Written once, with it. */
export const reportChecks = pgTable("report_checks", {
  reportId: uuid("report_id")
    .primaryKey()
    .references(() => reports.id),
  findings: jsonb("findings").notNull(),
})

/** A co-chair's reason to publish in spite of an error; `finding` is the finding, whole. Written once. */
export const reportOverrides = pgTable(
  "report_overrides",
  {
    id: id(),
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
    rule: text("rule").notNull(),
    finding: jsonb("finding").notNull(),
    reason: text("reason").notNull(),
    overriddenBy: uuid("overridden_by")
      .notNull()
      .references(() => people.id),
    overriddenAt: createdAt(),
  },
  (t) => [
    index("report_overrides_report").on(t.reportId),
    check("report_overrides_reason", sql`length(trim(${t.reason})) > 0`),
  ],
)

/** Somebody looked at an override again, and what came of it. */
export const overrideReviews = pgTable(
  "override_reviews",
  {
    id: id(),
    overrideId: uuid("override_id")
      .notNull()
      .references(() => reportOverrides.id),
    note: text("note").notNull().default(""),
    reviewedBy: uuid("reviewed_by")
      .notNull()
      .references(() => people.id),
    reviewedAt: createdAt(),
  },
  (t) => [index("override_reviews_of").on(t.overrideId)],
)

/** A finding of minutes that are being written, which somebody has answered with "leave it". */
export const checkDismissals = pgTable(
  "check_dismissals",
  {
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id),
    rule: text("rule").notNull(),
    /** What tells this finding from others of its rule, wherever the text moves. */
    key: text("key").notNull(),
    dismissedBy: uuid("dismissed_by").references(() => people.id),
    dismissedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.rule, t.key] })],
)

/** A word that the group writes so, whatever the dictionary says. */
export const groupWords = pgTable(
  "group_words",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    word: text("word").notNull(),
    addedBy: uuid("added_by").references(() => people.id),
    addedAt: createdAt(),
  },
  (t) => [
    uniqueIndex("group_words_once").on(t.groupId, sql`lower(${t.word})`),
    check("group_words_present", sql`length(trim(${t.word})) > 0`),
  ],
)

export const linkState = pgEnum("link_state", ["alive", "dead", "unsure"])

/** What a link led to when it was last asked. `status` is that of HTTP, null when nobody answered. */
export const checkedLinks = pgTable(
  "checked_links",
  {
    url: text("url").primaryKey(),
    state: linkState("state").notNull(),
    status: integer("status"),
    reason: text("reason").notNull().default(""),
    checkedAt: instant("checked_at").notNull().defaultNow(),
  },
  (t) => [index("checked_links_at").on(t.checkedAt)],
)
