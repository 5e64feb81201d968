import { type FileHandle, open } from "node:fs/promises"
import { createGunzip } from "node:zlib"
import { assertEmpty, assertNewEnough, load, RestoreError } from "@/db/backup/load"
import { readTar } from "@/db/backup/tar"
import { connect } from "@/db/client"
import type { Verification } from "@/lib/record/verify/model"
import { verifyIn } from "@/lib/record/verify/verify"
import { bringUpToDate } from "../up-to-date"

/** All that the backup holds is there; what comes after it failed, and is done by the next start. */
export class UnfinishedRestore extends Error {
  override name = "UnfinishedRestore"
}

export type Restored = {
  madeAt: string
  tables: number
  rows: number
  jobs: number
  verification: Verification
}

/**
 * Fills an empty database from a backup, brings it up to date, puts waiting work back, and verifies the record
 * against the heads that the backup tells. Sessions and links to sign in are not brought back. Throws a
 * RestoreError, with the database as empty as it was, when the file is no whole backup, and an UnfinishedRestore
 * when all rows are there and the rest is left: the next start does it.
 */
export async function readBackup(
  file: string,
  { ownerUrl, appUrl }: { ownerUrl: string; appUrl: string },
): Promise<Restored> {
  const source = await open(file).catch(asRestoreError)
  const connection = connect(ownerUrl, { max: 1, name: "rapporteur restore" })
  const { sql: pool } = connection
  try {
    await assertNewEnough(pool)
    await assertEmpty(pool)
    const sql = await pool.reserve()
    // Given back whatever came of it: the end of the pool waits seconds for a line that is still held.
    const { header, manifest } = await load(sql, readTar(unpacked(source)))
      .catch(asRestoreError)
      .finally(() => sql.release())
    const jobs = await bringUpToDate(ownerUrl, appUrl).catch(asUnfinished)
    const heads = manifest.heads.map(({ hash }) => hash)
    const verification = await connection.db.transaction((tx) => verifyIn(tx, heads))
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return { madeAt: header.madeAt, tables: manifest.tables.length, rows, jobs, verification }
  } finally {
    await connection.end()
    await source.close()
  }
}

/** Begins to read when it is read from: an error before that would be nobody's. */
async function* unpacked(source: FileHandle): AsyncGenerator<Buffer> {
  const packed = source.createReadStream({ autoClose: false })
  const plain = createGunzip()
  packed.on("error", (error) => plain.destroy(error))
  yield* packed.pipe(plain)
}

/** A file that is cut off or is something else is told in words; what is our own fault stays as it is. */
function asRestoreError(error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === "ENOENT") throw new RestoreError("There is no such file.")
  if (code?.startsWith("Z_") || /^The archive /.test(message))
    throw new RestoreError(`The backup cannot be read: it is damaged, or not whole (${message}).`)
  throw error
}

function asUnfinished(cause: unknown): never {
  throw new UnfinishedRestore(
    "Everything in the backup is in the database, with the work that waited, but could not be brought up to date. " +
      "Mend what is said below and start the portal, which goes on from here; then run npm run verify.",
    { cause },
  )
}
