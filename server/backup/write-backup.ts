import { randomUUID } from "node:crypto"
import { createWriteStream } from "node:fs"
import { rename, rm, stat } from "node:fs/promises"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGzip } from "node:zlib"
import { type Dumped, dump } from "@/db/backup/dump"

/** A backup was not written, and why. */
export class BackupError extends Error {
  override name = "BackupError"
}

/**
 * Writes everything that a database holds into a file, which only its owner may read. Nothing that stands
 * there is written over, and what was not written whole does not bear the file's name.
 */
export async function writeBackup(ownerUrl: string, file: string, at: Date): Promise<Dumped> {
  await assertFree(file)
  // A name of its own: two that run at once would write into each other.
  const draft = `${file}.${randomUUID()}.part`
  let dumped: Dumped | null = null
  const archive = dump(ownerUrl, at, (told) => {
    dumped = told
  })
  try {
    await pipeline(
      Readable.from(archive),
      createGzip({ level: 6 }),
      createWriteStream(draft, { flags: "wx", mode: 0o600, flush: true }),
    )
    await assertFree(file)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  if (!dumped) throw new Error("The backup did not come to its end")
  return dumped
}

async function assertFree(file: string): Promise<void> {
  if (await stat(file).catch(() => null))
    throw new BackupError(`${file} is there already. Name another file, or move that one away.`)
}
