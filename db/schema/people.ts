import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  check,
  date,
  index,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { createdAt, id, instant } from "./columns"

/** The groups of the IGF's own statistics, and youth, which counts across them. */
export const stakeholderGroup = pgEnum("stakeholder_group", [
  "civil-society",
  "government",
  "private-sector",
  "technical-community",
  "intergovernmental",
  "media",
  "youth",
])

/** Anyone named in a record. A merged person stays, and points to the one that took over. */
export const people = pgTable(
  "people",
  {
    id: id(),
    name: text("name").notNull(),
    stakeholderGroup: stakeholderGroup("stakeholder_group"),
    mergedInto: uuid("merged_into").references((): AnyPgColumn => people.id),
    mergedAt: instant("merged_at"),
    createdAt: createdAt(),
  },
  (t) => [
    check("people_name_present", sql`length(trim(${t.name})) > 0`),
    check("people_not_merged_into_self", sql`${t.mergedInto} is distinct from ${t.id}`),
    index("people_name").on(sql`lower(${t.name})`),
  ],
)

/** Another spelling under which a person stands in a record. */
export const personAliases = pgTable(
  "person_aliases",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    alias: text("alias").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("person_aliases_once").on(t.personId, sql`lower(${t.alias})`),
    index("person_aliases_alias").on(sql`lower(${t.alias})`),
  ],
)

/** What a person counted to until an instant; what they count to now stands with themselves. */
export const formerStakeholderGroups = pgTable(
  "former_stakeholder_groups",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    stakeholderGroup: stakeholderGroup("stakeholder_group").notNull(),
    until: instant("until").notNull(),
  },
  (t) => [index("former_stakeholder_groups_person").on(t.personId)],
)

/** Where a person belonged, and as what, from a day to a day (both inclusive; open ends allowed). */
export const affiliations = pgTable(
  "affiliations",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    organisation: text("organisation").notNull(),
    capacity: text("capacity").notNull().default(""),
    since: date("since", { mode: "string" }),
    until: date("until", { mode: "string" }),
  },
  (t) => [
    index("affiliations_person").on(t.personId),
    check(
      "affiliations_order",
      sql`${t.until} is null or ${t.since} is null or ${t.until} >= ${t.since}`,
    ),
  ],
)
