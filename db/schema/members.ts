import { sql } from "drizzle-orm"
import { check, index, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, instant } from "./columns"
import { groups } from "./groups"
import { people, stakeholderGroup } from "./people"

export const memberRole = pgEnum("member_role", ["member", "co-chair"])

/** One stretch of membership in one role. A change of role ends a stretch and begins another. */
export const memberships = pgTable(
  "memberships",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    role: memberRole("role").notNull(),
    since: instant("since").notNull().defaultNow(),
    until: instant("until"),
  },
  (t) => [
    uniqueIndex("memberships_one_open").on(t.groupId, t.personId).where(sql`${t.until} is null`),
    index("memberships_person").on(t.personId),
    check("memberships_order", sql`${t.until} is null or ${t.until} >= ${t.since}`),
  ],
)

/** The secretariat: a role for the whole portal, dated like every role. */
export const secretariat = pgTable(
  "secretariat",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    since: instant("since").notNull().defaultNow(),
    until: instant("until"),
  },
  (t) => [
    uniqueIndex("secretariat_one_open").on(t.personId).where(sql`${t.until} is null`),
    check("secretariat_order", sql`${t.until} is null or ${t.until} >= ${t.since}`),
  ],
)

export const joinDecision = pgEnum("join_decision", ["admitted", "declined"])

/** Somebody asks to join. Counts only once its mail address is confirmed. */
export const joinRequests = pgTable(
  "join_requests",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    name: text("name").notNull(),
    email: text("email").notNull(),
    organisation: text("organisation").notNull().default(""),
    stakeholderGroup: stakeholderGroup("stakeholder_group"),
    purpose: text("purpose").notNull(),
    locale: text("locale").notNull().default("en"),
    tokenHash: text("token_hash").notNull().unique(),
    createdAt: createdAt(),
    confirmedAt: instant("confirmed_at"),
    decision: joinDecision("decision"),
    reason: text("reason"),
    decidedAt: instant("decided_at"),
    decidedBy: uuid("decided_by").references(() => people.id),
  },
  (t) => [
    index("join_requests_group").on(t.groupId, t.createdAt),
    check("join_requests_decided_whole", sql`(${t.decision} is null) = (${t.decidedAt} is null)`),
    check(
      "join_requests_declined_with_reason",
      sql`${t.decision} is distinct from 'declined' or length(trim(${t.reason})) > 0`,
    ),
  ],
)
