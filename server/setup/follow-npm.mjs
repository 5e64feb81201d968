import { readFileSync } from "node:fs"

/**
 * npm and the shell that it puts between may end without passing a signal on. Whoever ended npm
 * meant what it started: this process then gets a SIGTERM of its own.
 */
export function followNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const npm = findNpm(parent)
  const watch = setInterval(() => {
    if (process.ppid === parent && isAlive(npm)) return
    clearInterval(watch)
    process.kill(process.pid, "SIGTERM")
  }, 100)
  watch.unref()
}

/**
 * The parent, or its parent where that is the shell (as on Linux, where it stays).
 * @param {number} parent
 */
function findNpm(parent) {
  try {
    const [, name, above] =
      readFileSync(`/proc/${parent}/stat`, "utf8").match(/\((.*)\) \S (\d+)/) ?? []
    return name === "sh" || name === "dash" ? Number(above) : parent
  } catch {
    return parent
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}
