import { sql } from "drizzle-orm"
import { check, integer, pgTable, text } from "drizzle-orm/pg-core"
import { createdAt, id } from "./columns"

/** A working group. `slug` is its address; `shortName` is how its members call it. */
export const groups = pgTable(
  "groups",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    shortName: text("short_name").notNull(),
    name: text("name").notNull(),
    purpose: text("purpose").notNull().default(""),
    setUp: text("set_up").notNull().default(""),
    /** The mailing list on which the group announces calls, consultations and summaries. */
    mailingList: text("mailing_list"),
    /** How many co-chairs it takes to publish: with two, one proposes and another publishes. */
    publishers: integer("publishers").notNull().default(1),
    /** For how many days a review is open, unless its form says otherwise. */
    reviewDays: integer("review_days").notNull().default(7),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    check(
      "groups_slug_form",
      sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.slug}) <= 60`,
    ),
    check("groups_publishers", sql`${t.publishers} in (1, 2)`),
    check("groups_review_days", sql`${t.reviewDays} between 1 and 90`),
    check("groups_mailing_list", sql`position('@' in ${t.mailingList}) > 1`),
  ],
)
