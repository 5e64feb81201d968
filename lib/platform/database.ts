import type { SQL } from "drizzle-orm"
import {
  type Connection,
  connect,
  type Database,
  keepingReady,
  type Transaction,
} from "@/db/client"
import { env } from "./env"
import { isDeadlock } from "./errors"
import { log } from "./log"

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

// The pool as it is used for the changes that are made all the time.
const ready = new WeakMap<Connection, Database>()

/** So often a change is tried of which the database says that it and another one wait for each other. */
const TRIES = 3

/**
 * Runs one change: all of it is committed when the promise resolves, none of it when it rejects. One that
 * somebody waits for at every key is made `often`: its statements, whose texts must be few, are kept ready,
 * and those that do not wait for one another leave together.
 *
 * Of two that wait for each other the database ends one, of which nothing is left; it is run again. So a
 * change keeps nothing outside of the database from one run to the next.
 */
export async function transaction<T>(
  change: (tx: Transaction) => Promise<T>,
  { often = false } = {},
): Promise<T> {
  const pool = often ? readied() : database()
  for (let tried = 1; ; tried++) {
    try {
      return await pool.transaction(change)
    } catch (error) {
      if (!isDeadlock(error) || tried === TRIES) throw error
      log().warn({ error, tried }, "two changes waited for each other, and one is run again")
    }
  }
}

/**
 * Runs one change that is a single statement, and so a transaction of its own: it is committed when the
 * promise resolves with its rows. It is kept ready, as those of a change that is made `often`.
 */
export async function statement<Row extends Record<string, unknown>>(text: SQL): Promise<Row[]> {
  return [...(await readied().execute(text))] as Row[]
}

function readied(): Database {
  const pool = connection()
  const known = ready.get(pool) ?? keepingReady(pool.sql)
  ready.set(pool, known)
  return known
}
