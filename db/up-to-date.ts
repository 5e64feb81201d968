import { sql } from "drizzle-orm"
import { readMigrationFiles } from "drizzle-orm/migrator"
import type { Database } from "./client"
import { migrationsFolder } from "./migrate"

/** The database is not in the shape of this version. */
export class NotUpToDate extends Error {
  override name = "NotUpToDate"
}

/** Throws unless every migration of this version was applied, and no other. */
export async function assertUpToDate(db: Database): Promise<void> {
  const [row] = await db.execute<{ known: boolean }>(
    sql`select to_regclass('public.migrations') is not null as known`,
  )
  const applied = row?.known
    ? await db.execute<{ hash: string }>(sql`select hash from migrations order by id`)
    : []
  const ours = readMigrationFiles({ migrationsFolder })
  if (applied.length === ours.length && applied.every(({ hash }, at) => hash === ours[at]?.hash))
    return
  throw new NotUpToDate(
    applied.length > ours.length
      ? "the database is of a newer version. Verify it with that one."
      : "the database is of an earlier version. Start this version once, then verify again.",
  )
}
