import { sql } from "drizzle-orm"
import { bigint, check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, instant } from "./columns"
import { people } from "./people"

/** The sign-in of a person. Mail addresses are kept in lower case and shown to nobody in public. */
export const accounts = pgTable(
  "accounts",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .unique()
      .references(() => people.id),
    email: text("email").notNull().unique(),
    emailVerified: instant("email_verified"),
    createdAt: createdAt(),
    disabledAt: instant("disabled_at"),
  },
  (t) => [
    check(
      "accounts_email_lower",
      sql`${t.email} = lower(${t.email}) and position('@' in ${t.email}) > 1`,
    ),
  ],
)

/** A signed-in browser. Only the hash of its token is kept. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    tokenHash: text("token_hash").notNull().unique(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    browser: text("browser").notNull().default(""),
  },
  (t) => [index("sessions_account").on(t.accountId)],
)

/** A link that was mailed: the hash of its token, good once and until `expiresAt`. */
export const signInTokens = pgTable(
  "sign_in_tokens",
  {
    identifier: text("identifier").notNull(),
    tokenHash: text("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.identifier, t.tokenHash] })],
)

/** What was asked for and from where, for the limits only. Keys are hashes; rows are deleted after a day. */
export const attempts = pgTable(
  "attempts",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text("kind").notNull(),
    keyHash: text("key_hash").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [index("attempts_key").on(t.kind, t.keyHash, t.at)],
)
