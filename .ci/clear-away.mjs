import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs"
import path from "node:path"
import { setTimeout as wait } from "node:timers/promises"

/**
 * Removes the directory of a run, after ending the databases that a killed test left in it: they
 * are the one thing that outlives its starter.
 * @param {string} place
 */
export async function clearAway(place) {
  for (const name of readdirSync(place)) await endDatabase(path.join(place, name, "postgres"))
  rmSync(place, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

/** @param {string} cluster */
async function endDatabase(cluster) {
  const file = path.join(cluster, "postmaster.pid")
  if (!existsSync(file)) return
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10)
  for (let tries = 0; tries < 100 && worksIn(pid, cluster); tries++) {
    process.kill(pid, "SIGQUIT")
    await wait(50)
  }
}

/**
 * Whether that process is the database: its number may belong to somebody else by now. Only Linux
 * tells; elsewhere a database that was left behind is left alone.
 * @param {number} pid
 * @param {string} cluster
 */
function worksIn(pid, cluster) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return false
  }
}
