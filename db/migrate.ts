import { fileURLToPath } from "node:url"
import { sql } from "drizzle-orm"
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator"
import { PgBoss } from "pg-boss"
import { connect, type Transaction } from "./client"
import { neverDeleted, writtenOnce } from "./guards"
import { queues } from "./queues"

/** Where the migrations stand. */
export const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url))

/** Any constant will do: it keeps two servers that start together from migrating together. */
const migrationLock = 7_262_019

/**
 * Brings the database to this version's shape: tables, guards, job queues, and what the
 * running application may do. Goes forward only, may be repeated, and waits for another
 * server that is doing the same.
 */
export async function migrate(ownerUrl: string, appUrl: string): Promise<void> {
  const connection = connect(ownerUrl, { max: 1, name: "rapporteur migration" })
  try {
    await connection.db.execute(sql`select pg_advisory_lock(${migrationLock})`)
    await applyMigrations(connection.db, {
      migrationsFolder,
      migrationsSchema: "public",
      migrationsTable: "migrations",
    })
    await makeQueues(ownerUrl)
    // Whole or not at all: between granting and revoking, the application might change the record.
    const role = new URL(appUrl).username
    await connection.db.transaction((tx) => grantToApplication(tx, role))
    await connection.db.execute(sql`select pg_advisory_unlock(${migrationLock})`)
  } finally {
    await connection.end()
  }
}

async function makeQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false })
  await boss.start()
  for (const { name, ...options } of queues) {
    if (await boss.getQueue(name)) await boss.updateQueue(name, options)
    else await boss.createQueue(name, options)
  }
  await boss.stop({ graceful: false })
}

/** A separate role for the running application may add to the record, never change it. */
async function grantToApplication(db: Transaction, role: string): Promise<void> {
  const [owner] = await db.execute<{ name: string }>(sql`select current_user as name`)
  if (!role || owner?.name === role) return
  const app = sql.identifier(role)
  for (const schema of ["public", "pgboss"]) {
    const place = sql.identifier(schema)
    await db.execute(sql`grant usage on schema ${place} to ${app}`)
    await db.execute(
      sql`grant select, insert, update, delete on all tables in schema ${place} to ${app}`,
    )
    await db.execute(sql`grant usage, select on all sequences in schema ${place} to ${app}`)
    await db.execute(sql`grant execute on all functions in schema ${place} to ${app}`)
  }
  await db.execute(sql`revoke update, delete, truncate on ${list(writtenOnce)} from ${app}`)
  await db.execute(sql`revoke delete, truncate on ${list(neverDeleted)} from ${app}`)
  await db.execute(sql`revoke insert, update, delete, truncate on migrations from ${app}`)
}

const list = (tables: readonly string[]) =>
  sql.join(
    tables.map((table) => sql.identifier(table)),
    sql`, `,
  )
