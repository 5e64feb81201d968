import { execFile, spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { promisify } from "node:util"
import { root, runNode } from "./child.mjs"

const run = promisify(execFile)
const require = createRequire(import.meta.url)

/**
 * Finds a Chromium that starts: one on the system, else Playwright's own, else (as root, on Debian
 * and its kin) the distribution's package.
 * @returns {Promise<string>} its program file
 */
export async function findChromium() {
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
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    process.stdout.write("Installing the package chromium …\n")
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
    for (const args of [
      ["update", "--quiet"],
      ["install", "--quiet", "--yes", "--no-install-recommends", "chromium"],
    ])
      spawnSync("/usr/bin/apt-get", args, { stdio: "inherit", env, timeout: 600_000 })
    for (const file of installed()) if (await starts(file)) return file
  }
  throw new Error("No Chromium was found or could be installed. Set CHROMIUM_PATH to one.")
}

/** @returns {string[]} */
function installed() {
  const names =
    process.platform === "win32"
      ? ["chrome.exe", "msedge.exe"]
      : [
          // The same browser without windows takes less than two thirds of the work.
          "chromium-headless-shell",
          "chromium",
          "chromium-browser",
          "google-chrome-stable",
          "google-chrome",
          "microsoft-edge",
        ]
  const folders = (process.env.PATH ?? "").split(path.delimiter)
  const programs = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"]].filter(Boolean)
  const usual = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ...programs.flatMap((folder) => [
      path.join(folder, "Google", "Chrome", "Application", "chrome.exe"),
      path.join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
    ]),
  ]
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [process.env.CHROMIUM_PATH ?? "", ...onPath, ...usual].filter(
    (file) => file !== "" && existsSync(file),
  )
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
