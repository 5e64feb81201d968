import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { runStep, SetupError } from "./step.mjs"

/**
 * Installs the packages of package-lock.json, unless what stands in node_modules is that already.
 * @param {string} root
 */
export async function installIfStale(root) {
  if (isInstalled(root)) return
  const npm = findNpm()
  // Not `npm ci`: it refuses a list that lacks a binary for some other system. This changes no file
  // of the project. The build needs its tools, whatever NODE_ENV says outside.
  const args = ["install", "--no-save", "--include=dev", "--include=optional"]
  const quiet = ["--no-audit", "--no-fund", "--no-progress", "--loglevel=error"]
  await runStep("Installing packages", [npm, ...args, ...quiet], { cwd: root })
}

/**
 * Compares versions, not dates: copies and checkouts set dates as they like. npm writes its own
 * list last, so an installation that was cut short has none.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = readPackages(path.join(root, "package-lock.json"))
  const present = readPackages(path.join(root, "node_modules", ".package-lock.json"))
  if (!wanted) throw new SetupError(`package-lock.json is missing or damaged in ${root}.`)
  if (!present) return false
  return Object.entries(wanted).every(([place, { version, optional, devOptional, peer }]) => {
    const installed = present[place]
    if (installed) return installed.version === version
    return place === "" || optional || devOptional || peer
  })
}

/**
 * @param {string} file
 * @returns {Record<string, {version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean}> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? null
  } catch {
    return null
  }
}

/** npm's own program file: started through Node, it needs no shell on any system. */
function findNpm() {
  const beside = path.dirname(process.execPath)
  const candidates = [
    process.env.npm_execpath ?? "",
    path.join(beside, "node_modules", "npm", "bin", "npm-cli.js"),
    path.join(beside, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    path.join(beside, "..", "share", "nodejs", "npm", "bin", "npm-cli.js"),
  ]
  const found = candidates.find((file) => path.basename(file) === "npm-cli.js" && existsSync(file))
  if (found) return found
  throw new SetupError("npm was not found. Start with: npm start")
}
