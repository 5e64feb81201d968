import { open, readFile, rename, rm, stat, utimes } from "node:fs/promises"
import { setTimeout as wait } from "node:timers/promises"
import { isAlive } from "./processes"

const refreshEvery = 2_000
const abandonedAfter = 20_000

/**
 * Runs `work` while no other process on this machine runs under the same lock file. A lock whose
 * holder was killed is taken over. Throws when it cannot be had within `patience` milliseconds.
 */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  patience = 300_000,
): Promise<T> {
  const deadline = Date.now() + patience
  while (!(await take(file))) {
    await removeAbandoned(file)
    if (Date.now() > deadline) {
      throw new Error(
        `Another start has held ${file} for too long. Stop it, or remove that file if none is running.`,
      )
    }
    await wait(20)
  }
  const refresh = setInterval(() => {
    const now = new Date()
    utimes(file, now, now).catch(() => undefined)
  }, refreshEvery)
  try {
    return await work()
  } finally {
    clearInterval(refresh)
    await rm(file, { force: true })
  }
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, "wx", 0o600)
    await handle.writeFile(String(process.pid))
    await handle.close()
    return true
  } catch (error) {
    if (isCode(error, "EEXIST") || isCode(error, "EPERM")) return false
    throw error
  }
}

async function removeAbandoned(file: string): Promise<void> {
  const found = await stat(file).catch(() => null)
  if (!found) return
  const holder = Number(await readFile(file, "utf8").catch(() => ""))
  const age = Date.now() - found.mtimeMs
  // In a container the killed holder and this process may well have the same number.
  const fromBefore = holder === process.pid && found.mtimeMs < performance.timeOrigin
  const dead = holder > 0 && !isAlive(holder)
  if (!dead && !fromBefore && age < abandonedAfter) return
  // Renaming first lets exactly one of several waiting processes do the removal.
  const aside = `${file}.${process.pid}.${process.hrtime.bigint()}`
  await rename(file, aside).catch(() => undefined)
  await rm(aside, { force: true })
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code
}
