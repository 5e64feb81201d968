import { execFile } from "node:child_process"
import { randomBytes } from "node:crypto"
import { appendFile, mkdtemp, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { sql } from "drizzle-orm"
import type { Database } from "../client"
import { owner as ownerRole } from "../embedded/roles"
import { onTestServer } from "./database"

const run = promisify(execFile)

export type SmallDisk = {
  /** Leaves not one page on it. */
  fill(): Promise<void>
  /** Takes away what it was filled with. */
  free(): Promise<void>
  /** Brings the table back, and takes the disk away. */
  end(): Promise<void>
}

/**
 * Whether a disk of its own can be given to a table: on Linux, for root, where Postgres is on this machine.
 * That is how CI runs; on anybody's own machine another test says the same with less.
 */
export const hasDisks =
  (process.platform === "linux" && process.getuid?.() === 0 && !process.env.TEST_DATABASE_URL) ||
  process.env.CI !== undefined

/** Moves a table of a test's database to a disk of 8 MB, which can be filled. Needs `hasDisks`. */
export async function onSmallDisk(owner: Database, table: string): Promise<SmallDisk> {
  const disk = await mkdtemp(path.join(tmpdir(), "small-disk-"))
  const space = `small_${randomBytes(6).toString("hex")}`
  const moved = (to: string) =>
    owner.execute(sql`alter table ${sql.identifier(table)} set tablespace ${sql.identifier(to)}`)
  const unmount = async () => {
    await run("umount", ["--lazy", disk])
    await rm(disk, { recursive: true })
  }
  await onTestServer(async (admin) => {
    const [place] = await admin`show data_directory`
    const { uid, gid } = await stat(place?.data_directory)
    const options = `size=8m,mode=0700,uid=${uid},gid=${gid}`
    await run("mount", ["-t", "tmpfs", "-o", options, "tmpfs", disk])
    await admin`create tablespace ${admin(space)} owner ${admin(ownerRole)} location ${admin.unsafe(`'${disk}'`)}`
  })
  await moved(space)
  const filler = path.join(disk, "filler")
  return {
    async fill() {
      for (const size of [1024 * 1024, 4096])
        for (let full = false; !full; )
          full = await appendFile(filler, Buffer.alloc(size)).then(
            () => false,
            (error: NodeJS.ErrnoException) => {
              if (error.code !== "ENOSPC") throw error
              return true
            },
          )
    },
    free: () => rm(filler),
    async end() {
      await rm(filler, { force: true })
      await moved("pg_default")
      await onTestServer((admin) => admin`drop tablespace ${admin(space)}`)
      await unmount()
    },
  }
}
