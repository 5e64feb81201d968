import { sql } from "drizzle-orm"
import { type AnyPgColumn, bigint, check, integer, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { people } from "./people"

// The tables of every text that several people write at once, besides the column that says whose it is.

export const writtenAt = (name: string) => instant(name).notNull().default(sql`clock_timestamp()`)

/** A shared text: a snapshot, and the number of its newest update. */
export const stateColumns = () => ({
  // Devices keep copies of one document; a later one of the same text must not mix with them.
  id: uuid("id").notNull().defaultRandom(),
  last: integer("last").notNull().default(0),
  snapshot: bytes("snapshot").notNull(),
  snapshotUpto: integer("snapshot_upto").notNull().default(0),
  schema: integer("schema").notNull(),
  changedAt: writtenAt("changed_at"),
})

type State = { last: AnyPgColumn; snapshotUpto: AnyPgColumn }

/** A snapshot holds no update that was not written. */
export const stateChecks = (table: string, t: State) => [
  check(`${table}_order`, sql`${t.last} >= ${t.snapshotUpto} and ${t.snapshotUpto} >= 0`),
]

/**
 * What was written since the snapshot, numbered without a gap in the order of the commits. A row goes
 * only after a snapshot that holds it was committed.
 */
export const updateColumns = () => ({
  number: integer("number").notNull(),
  update: bytes("update").notNull(),
  authorId: uuid("author_id").references(() => people.id),
  writtenAt: writtenAt("written_at"),
})

export const updateChecks = (table: string, t: { number: AnyPgColumn; update: AnyPgColumn }) => [
  check(`${table}_number`, sql`${t.number} > 0`),
  check(`${table}_present`, sql`octet_length(${t.update}) > 0`),
]

/** Who brought what a device wrote, from one of its clocks on. What the portal wrote has no author. */
export const writerColumns = () => ({
  clientId: bigint("client_id", { mode: "number" }).notNull(),
  fromClock: integer("from_clock").notNull(),
  authorId: uuid("author_id").references(() => people.id),
})

/** Who wrote since the revision before. */
export const contributorColumns = () => ({
  number: integer("number").notNull(),
  personId: uuid("person_id")
    .notNull()
    .references(() => people.id),
})
