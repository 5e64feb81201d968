import { customType, timestamp, uuid } from "drizzle-orm/pg-core"

/** Primary key of every record: a random UUID, so that addresses on the desk cannot be guessed. */
export const id = () => uuid("id").primaryKey().defaultRandom()

/** An instant. Always stored with its zone resolved, read as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" })

/** The instant at which the row was written. */
export const createdAt = () => instant("created_at").notNull().defaultNow()

/** Bytes as they are: states and updates of a shared document. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
})
