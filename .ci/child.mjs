import { spawn } from "node:child_process"
import { setTimeout as wait } from "node:timers/promises"
import { fileURLToPath } from "node:url"

export const root = fileURLToPath(new URL("..", import.meta.url))
const ownGroup = process.platform !== "win32"
const farewell = 15_000

/** Somebody pressed Ctrl-C, or told us to stop. */
export class Interrupted extends Error {
  name = "Interrupted"
}

/**
 * Runs a Node program to its end, showing what it says. Whatever it started and left is ended with
 * it, also when it takes longer than `minutes`. Throws Interrupted when we are told to stop.
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, minutes?: number }} [options]
 * @returns {Promise<number>} its exit status; 124 when it took too long
 */
export async function runNode(args, { env = {}, minutes = 10 } = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
    detached: ownGroup,
    windowsHide: true,
  })
  let late = false
  let stopped = false
  const limit = setTimeout(() => {
    late = true
    process.stdout.write(`This took more than ${minutes} minutes and is ended.\n`)
    endAll(child.pid)
  }, minutes * 60_000)
  const stop = () => {
    stopped = true
    endAll(child.pid)
  }
  process.on("SIGINT", stop)
  process.on("SIGTERM", stop)
  try {
    const status = await new Promise((resolve, reject) => {
      child.once("error", reject)
      child.once("exit", (code) => resolve(code ?? 1))
    })
    clearTimeout(limit)
    await endAll(child.pid)
    if (stopped) throw new Interrupted("stopped")
    return late ? 124 : status
  } finally {
    clearTimeout(limit)
    process.off("SIGINT", stop)
    process.off("SIGTERM", stop)
  }
}

/**
 * Asks a whole group of processes to end, and ends those that do not.
 * @param {number | undefined} pid its first process
 */
async function endAll(pid) {
  const deadline = Date.now() + farewell
  signal(pid, "SIGTERM")
  while (signal(pid, 0)) {
    await wait(50)
    if (Date.now() < deadline) continue
    signal(pid, "SIGKILL")
    return
  }
}

/**
 * @param {number | undefined} pid
 * @param {NodeJS.Signals | 0} name
 * @returns {boolean} whether anything of the group is left
 */
function signal(pid, name) {
  if (!pid) return false
  try {
    return process.kill(ownGroup ? -pid : pid, name)
  } catch (error) {
    return error.code === "EPERM"
  }
}
