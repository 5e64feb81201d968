import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js"
import postgres from "postgres"

export type Database = PostgresJsDatabase
/** An open transaction. Reads that only need a connection accept either. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0]
export type Reader = Database | Transaction

export type Connection = { db: Database; sql: postgres.Sql; end(): Promise<void> }

/** Opens a pool. `name` is what an administrator sees in pg_stat_activity. */
export function connect(url: string, options: { max?: number; name?: string } = {}): Connection {
  const sql = postgres(url, {
    max: options.max ?? 10,
    connection: { application_name: options.name ?? "rapporteur" },
    connect_timeout: 10,
    idle_timeout: 60,
    // The driver would wait up to 20 s, which nobody who waits for "Saved" should after an outage.
    backoff: (tries) => Math.min(0.05 * 2 ** tries, 1),
    onnotice: () => {},
  })
  sql.begin = withoutTalkingToNobody(sql)
  return { db: drizzle(sql), sql, end: () => sql.end({ timeout: 5 }) }
}

const lost = new Set(["CONNECTION_CLOSED", "ECONNRESET", "EPIPE"])

/** Whether a query failed because its line is gone; drizzle wraps what the driver says. */
function isOfLostLine(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } }
  return lost.has(String(code)) || lost.has(String(cause?.code))
}

/**
 * Transactions whose end is not said on a line that is gone. The driver (postgres.js 3.4.9) would roll back
 * there, and what it writes to a closed socket throws outside of every promise and ends the process. It
 * tells of the loss itself, so the change that waits for nothing any more may wait for ever.
 */
function withoutTalkingToNobody(sql: postgres.Sql): postgres.Sql["begin"] {
  type Change = (tx: postgres.TransactionSql) => unknown
  const begin = sql.begin.bind(sql) as (options: string, change: Change) => Promise<unknown>
  const guarded =
    (change: Change): Change =>
    async (tx) => {
      try {
        return await change(tx)
      } catch (error) {
        if (isOfLostLine(error)) return new Promise(() => undefined)
        throw error
      }
    }
  const safely = (...given: [Change] | [string, Change]) =>
    given.length === 1 ? begin("", guarded(given[0])) : begin(given[0], guarded(given[1]))
  return safely as postgres.Sql["begin"]
}

/**
 * The same pool for changes that are made all the time: each connection keeps their statements ready by
 * their text, which saves a journey and the planning of each, and takes several in one flight. Only for
 * statements whose texts are few, because what is kept ready is kept as long as the connection.
 */
export function keepingReady(sql: postgres.Sql): Database {
  return drizzle(readied(sql))
}

function readied<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  const unsafe: Client["unsafe"] = (text, values, options) =>
    client.unsafe(text, values, { ...options, prepare: true })
  const begin = (change: (tx: postgres.TransactionSql) => unknown) =>
    "begin" in client && client.begin((tx) => change(readied(tx)))
  return new Proxy(client, {
    get: (target, key) =>
      key === "unsafe" ? unsafe : key === "begin" ? begin : Reflect.get(target, key),
  })
}
