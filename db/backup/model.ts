import { z } from "zod"

/** The form of a backup; a reader that meets a higher one must refuse it. */
export const BACKUP_FORM = 1

const identifier = z.string().regex(/^[a-z_][a-z0-9_]*$/)
const table = z.object({ name: identifier, columns: z.array(identifier).min(1) })

/** The first member, `backup.json`: what follows, and which shape the database had. */
export const backupHeader = z.object({
  form: z.literal(BACKUP_FORM),
  madeAt: z.iso.datetime(),
  /** The hashes of the migrations that had been applied, in their order. */
  migrations: z.array(z.string()),
  tables: z.array(table),
  sequences: z.array(z.object({ name: identifier, last: z.string(), called: z.boolean() })),
})

/** The last member, `manifest.json`: what came before it, so that nothing can be missing. */
export const backupManifest = z.object({
  tables: z.array(z.object({ name: identifier, rows: z.int(), sha256: z.string() })),
  /** The newest entry of each group's ledger. */
  heads: z.array(z.object({ group: z.string(), position: z.int(), hash: z.string() })),
})

export type BackupHeader = z.infer<typeof backupHeader>
export type BackupManifest = z.infer<typeof backupManifest>
export type BackupTable = z.infer<typeof table>

/** What the queues still had to do; kept apart, because the queues themselves are made anew. */
export const jobsTable: BackupTable = {
  name: "waiting_jobs",
  columns: ["name", "data", "start_after"],
}

/** Where they wait while a backup is brought back: apart from the tables, and gone when that is done. */
export const jobsPlace = `restored.${jobsTable.name}`
