import { setTimeout as wait } from "node:timers/promises"
import postgres from "postgres"

/** Any constant will do; advisory locks are counted per database, here `postgres`. */
const leaseKey = 7_262_020
const retries = 30

/** Makes sure that the server runs, unless `wanted` says meanwhile that nobody here needs it. */
export type Revive = (wanted: () => boolean) => Promise<void>

export type Lease = {
  /** Gives the lease up; true when nobody else holds one. Call it under the start lock. */
  end(): Promise<boolean>
}

/**
 * Marks this process as a user of the server for as long as its connection lives: a killed
 * process gives its lease up without doing anything. When the server is lost, it is revived.
 */
export async function holdLease(adminUrl: string, revive: Revive): Promise<Lease> {
  let state: "new" | "held" | "ended" = "new"
  // One connection that is never closed for being idle or old: the lock belongs to it.
  const sql = postgres(adminUrl, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 10,
    connection: { application_name: "rapporteur lease" },
    fetch_types: false,
    onnotice: () => undefined,
    onclose: () => {
      if (state === "held") holdAgain().catch(() => undefined)
    },
  })
  const hold = async (): Promise<void> => {
    await sql`select pg_advisory_lock_shared(${leaseKey})`
    if (state === "new") state = "held"
  }
  const holdAgain = async (): Promise<void> => {
    state = "new"
    for (let tries = 0; tries < retries && state === "new"; tries++) {
      await wait(500, undefined, { ref: false })
      if (state === "new") await revive(() => state === "new").catch(() => undefined)
      if (state === "new") await hold().catch(() => undefined)
    }
  }
  try {
    await hold()
  } catch (error) {
    await sql.end({ timeout: 0 })
    throw error
  }
  return {
    async end() {
      state = "ended"
      try {
        return await isLast(sql)
      } catch {
        // The server is already gone.
        return false
      } finally {
        await sql.end({ timeout: 0 })
      }
    },
  }
}

async function isLast(sql: postgres.Sql): Promise<boolean> {
  await sql`select pg_advisory_unlock_shared(${leaseKey})`
  const [row] = await sql`select pg_try_advisory_lock(${leaseKey}) as last`
  return row?.last === true
}
