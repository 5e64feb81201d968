import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { type Embedded, startEmbedded } from "@/db/embedded"
import { migrate } from "@/db/migrate"

/** What a bench works on; what it opens it hands to `closers`, and the last of them is closed first. */
export type Ground = { dataDir: string; database: Embedded; closers: (() => unknown)[] }

/** Does something on an empty, current database of its own, which is gone afterwards. */
export async function onDatabase<Made>(work: (ground: Ground) => Promise<Made>): Promise<Made> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "rapporteur-bench-"))
  const closers: (() => unknown)[] = [() => rm(dataDir, { recursive: true, force: true })]
  try {
    const database = await startEmbedded(dataDir)
    closers.push(() => database.stop())
    await migrate(database.ownerUrl, database.appUrl)
    return await work({ dataDir, database, closers })
  } finally {
    for (const close of closers.reverse()) await close()
  }
}
