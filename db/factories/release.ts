import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { migrate } from "drizzle-orm/postgres-js/migrator"
import type { Database } from "../client"

/**
 * Brings an empty database to where an earlier release had it: all migrations up to the one that is
 * called `last`, and with it. Throws when none is called so.
 */
export async function migrateUpTo(db: Database, last: string): Promise<void> {
  const copy = await mkdtemp(path.join(tmpdir(), "release-"))
  try {
    await cp(fileURLToPath(new URL("../migrations", import.meta.url)), copy, { recursive: true })
    const file = path.join(copy, "meta", "_journal.json")
    const journal = JSON.parse(await readFile(file, "utf8"))
    const place = journal.entries.findIndex((entry: { tag: string }) => entry.tag === last)
    if (place === -1) throw new Error(`No migration is called ${last}`)
    journal.entries = journal.entries.slice(0, place + 1)
    await writeFile(file, JSON.stringify(journal))
    await migrate(db, {
      migrationsFolder: copy,
      migrationsSchema: "public",
      migrationsTable: "migrations",
    })
  } finally {
    await rm(copy, { recursive: true })
  }
}
