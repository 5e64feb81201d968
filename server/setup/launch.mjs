import { readFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { buildIfStale } from "./build.mjs"
import { installIfStale } from "./install.mjs"

const root = fileURLToPath(new URL("../..", import.meta.url))

/**
 * Makes everything ready that is missing or old, then becomes the server.
 * `--dev` leaves the build out, `--build` stops after it.
 * @param {string[]} args
 */
export async function launch(args) {
  const dev = args.includes("--dev")
  // Everything else names its files from here, wherever it was started from.
  process.chdir(root)
  followNpm()
  await installIfStale(root)
  if (!dev) await buildIfStale(root)
  if (args.includes("--build")) return
  process.env.NODE_ENV = dev ? "development" : "production"
  process.env.NEXT_TELEMETRY_DISABLED ??= "1"
  await import("tsx")
  await import(pathToFileURL(path.join(root, "server", "main.ts")).href)
}

/**
 * npm and the shell that it puts between may end without passing a signal on. Whoever ended npm
 * meant the server.
 */
function followNpm() {
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
