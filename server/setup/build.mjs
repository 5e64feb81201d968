import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { makePrograms } from "./programs.mjs"
import { runStep } from "./step.mjs"

// What Next reads; the server beside it is run from its sources.
const folders = ["app", "lib", "db", "messages", "public"]
const files = [
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.js",
  "package-lock.json",
  "postcss.config.js",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
]
const notBuilt = /\.test\.tsx?$|^db\/(embedded|factories|migrations|sample)\b/

/**
 * Builds the pages and the programs beside them, unless the present build was made from exactly these sources.
 * @param {string} root
 */
export async function buildIfStale(root) {
  const target = targetOf(root)
  const stamp = path.join(target, "sources.sha256")
  const sources = hashSources(root)
  if (existsSync(path.join(target, "BUILD_ID")) && read(stamp) === sources) return
  rmSync(stamp, { force: true })
  const next = path.join(root, "node_modules", "next", "dist", "bin", "next")
  await runStep("Building the pages", [next, "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  })
  mkdirSync(target, { recursive: true })
  await makePrograms(root, target)
  writeFileSync(stamp, sources)
}

/**
 * The folder of what is built.
 * @param {string} root
 */
export const targetOf = (root) => path.join(root, process.env.NEXT_DIST_DIR || ".next")

/** @param {string} root */
function hashSources(root) {
  const hash = createHash("sha256")
  // A build made without this key cannot be served together with one that has it.
  hash.update(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? "")
  for (const name of [...folders.flatMap((folder) => list(root, folder)), ...files]) {
    const content = read(path.join(root, name))
    if (content !== null && !notBuilt.test(name))
      hash.update(`${name}\0${content.length}\0${content}`)
  }
  return hash.digest("hex")
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function list(root, folder) {
  const place = path.join(root, folder)
  if (!existsSync(place)) return []
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((name) => name.split(path.sep).join("/"))
    .sort()
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "latin1")
  } catch {
    return null
  }
}
