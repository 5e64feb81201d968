import { execFile, spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { promisify } from "node:util"
import { root, runNode } from "./child.mjs"

const run = promisify(execFile)
const require = createRequire(import.meta.url)

/** The same engine without what draws a window around it: a page costs it a third less of the processor. */
const shell = "chromium-headless-shell"

/**
 * Finds a Chromium that starts: the one without a window, which on Debian and its kin root is given as a
 * package where it is not there yet; else another one on the system, else Playwright's own, else the package.
 * @returns {Promise<string>} its program file
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH ?? ""
  if (await starts(named)) return named
  for (const file of onPath([shell])) if (await starts(file)) return file
  if (hasPackages() && install(shell))
    for (const file of onPath([shell])) if (await starts(file)) return file
  for (const file of installed()) if (await starts(file)) return file
  const own = playwrightsOwn()
  if (own && (await starts(own))) return own
  process.stdout.write("No Chromium on this system: asking Playwright for its own …\n")
  const cli = path.join(root, "node_modules", "playwright", "cli.js")
  await runNode([cli, "install", "chromium"], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "20000" },
    minutes: 5,
  })
  const loaded = playwrightsOwn()
  if (loaded && (await starts(loaded))) return loaded
  if (hasPackages() && install("chromium"))
    for (const file of installed()) if (await starts(file)) return file
  throw new Error("No Chromium was found or could be installed. Set CHROMIUM_PATH to one.")
}

const hasPackages = () => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")

/**
 * Installs a package of the distribution, by the lists that are there or else by new ones; false where it
 * cannot be had, which without a network shows at once.
 * @param {string} name
 */
function install(name) {
  process.stdout.write(`Installing the package ${name} …\n`)
  const patience = ["-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20"]
  /** @param {string[]} args */
  const apt = (...args) =>
    spawnSync("/usr/bin/apt-get", [...args, "--quiet", ...patience], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      timeout: 600_000,
    }).status === 0
  const wanted = ["install", "--yes", "--no-install-recommends", name]
  return apt(...wanted) || (apt("update") && apt(...wanted))
}

/** @returns {string[]} */
function installed() {
  const names =
    process.platform === "win32"
      ? ["chrome.exe", "msedge.exe"]
      : ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"]
  const programs = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"]].filter(Boolean)
  const usual = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ...programs.flatMap((folder) => [
      path.join(folder, "Google", "Chrome", "Application", "chrome.exe"),
      path.join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
    ]),
  ]
  return [...onPath(names), ...usual.filter((file) => existsSync(file))]
}

/** @param {string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? "").split(path.delimiter)
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .filter((file) => existsSync(file))
}

function playwrightsOwn() {
  try {
    return require("playwright-core").chromium.executablePath()
  } catch {
    return null
  }
}

/**
 * A file alone says little: it may be a stub, or lack its libraries.
 * @param {string} file
 */
async function starts(file) {
  if (!existsSync(file)) return false
  // Browsers on Windows answer --version by opening a window.
  if (process.platform === "win32") return true
  return run(file, ["--version"], { timeout: 30_000 }).then(
    ({ stdout }) => /\d+\.\d+/.test(stdout),
    () => false,
  )
}
