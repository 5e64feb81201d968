import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"

export const root = fileURLToPath(new URL("..", import.meta.url))
const ownGroup = process.platform !== "win32"

/**
 * Runs a Node program to its end, showing what it says. Whatever it started and left is ended with
 * it, also when it takes longer than `minutes`, and when we are told to stop.
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
  const limit = setTimeout(() => {
    late = true
    process.stdout.write(`This took more than ${minutes} minutes and is ended.\n`)
    end(child.pid, "SIGTERM")
    setTimeout(() => end(child.pid, "SIGKILL"), 10_000).unref()
  }, minutes * 60_000)
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    end(child.pid, signal)
    child.once("exit", () => process.exit(130))
  }
  process.on("SIGINT", stop)
  process.on("SIGTERM", stop)
  const status = await new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code) => resolve(code ?? 1))
  })
  clearTimeout(limit)
  process.off("SIGINT", stop)
  process.off("SIGTERM", stop)
  end(child.pid, "SIGKILL")
  return late ? 124 : status
}

/**
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} signal
 */
function end(pid, signal) {
  try {
    if (pid) process.kill(ownGroup ? -pid : pid, signal)
  } catch {
    // Nothing of it is left.
  }
}
