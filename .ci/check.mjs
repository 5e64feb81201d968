// `npm run check`: types, lint and formatting, boundaries, dead code, catalogues, sizes.
import path from "node:path"
import { fileURLToPath } from "node:url"
import { installIfStale } from "../server/setup/install.mjs"
import { root, runNode } from "./child.mjs"
import { conclude } from "./conclude.mjs"

/** @param {string} file @param {string[]} args */
const tool = (file, args) => runNode([path.join(root, "node_modules", file), ...args])

/** Where no person reads along, Biome's colours drown what it says. */
const colours = process.stdout.isTTY ? [] : ["--colors=off"]

/** @type {[name: string, run: () => Promise<number>][]} */
const steps = [
  ["types", checkTypes],
  [
    "lint and formatting",
    () => tool("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", ...colours, "."]),
  ],
  ["import boundaries", checkBoundaries],
  ["dead code", () => tool("knip/bin/knip.js", ["--no-progress"])],
  ...[
    "settings",
    "verbs",
    "public side",
    "browser code",
    "layout",
    "messages",
    "words for the browser",
    "regular expressions",
  ].map((name) => [name, () => runNode([path.join(root, ".ci", "checks", "run.mjs"), name])]),
]

/** Every step runs, also after one that failed. */
export async function check() {
  const result = { passed: 0, failed: 0, skipped: [], failures: [] }
  for (const [name, run] of steps) {
    const began = Date.now()
    const status = await run()
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    process.stdout.write(`${status === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)\n`)
    if (status === 0) result.passed++
    else {
      result.failed++
      result.failures.push(`check: ${name}`)
    }
  }
  return result
}

async function checkTypes() {
  // Next writes the types of addresses and of its own file kinds first.
  const made = await tool("next/dist/bin/next", ["typegen"])
  return made === 0 ? tool("typescript/bin/tsc", ["--noEmit"]) : made
}

function checkBoundaries() {
  const folders = ["app", "lib", "db", "server", "bench", "proxy.ts"]
  return tool("dependency-cruiser/bin/dependency-cruise.mjs", [
    ...folders,
    "--output-type",
    "err-long",
  ])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await installIfStale(root)
  conclude([await check()])
}
