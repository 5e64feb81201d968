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
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    check(
      "groups_slug_form",
      sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.slug}) <= 60`,
    ),
    check("groups_mailing_list", sql`position('@' in ${t.mailingList}) > 1`),
  ],
)
