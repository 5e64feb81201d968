import { type Connection, connect, type Database, type Transaction } from "@/db/client"
import { env } from "./env"

// One pool for the whole process, although Next bundles its own copy of this file.
const shared = globalThis as { rapporteurConnection?: Connection }

/** The application's connection pool. */
export function connection(): Connection {
  shared.rapporteurConnection ??= connect(env().databaseUrl)
  return shared.rapporteurConnection
}

/** For reading. A change goes through `transaction`. */
export function database(): Database {
  return connection().db
}

/** Runs one change: all of it is committed when the promise resolves, none of it when it rejects. */
export function transaction<T>(change: (tx: Transaction) => Promise<T>): Promise<T> {
  return database().transaction(change)
}
