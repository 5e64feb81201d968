// Runs one of this house's own checks by its name and prints what it found.
import { root } from "../child.mjs"
import { checkBrowserCode } from "./browser-code.mjs"
import { checkBrowserMessages } from "./browser-messages.mjs"
import { checkLayout } from "./layout.mjs"
import { checkMessages } from "./messages.mjs"
import { checkPublicSide } from "./public-side.mjs"
import { checkRegexes } from "./regexes.mjs"
import { checkSettings } from "./settings.mjs"
import { readSources } from "./sources.mjs"
import { checkVerbs } from "./verbs.mjs"

const sources = readSources(root)
const all = [...sources.values()]

/** @type {Record<string, () => string[] | Promise<string[]>>} */
const checks = {
  settings: () => checkSettings(all),
  verbs: () => checkVerbs(all),
  "public side": () => checkPublicSide(sources),
  "browser code": () => checkBrowserCode(sources),
  layout: () => checkLayout(all),
  messages: () => checkMessages(root, all),
  "words for the browser": () => checkBrowserMessages(root, sources),
  "regular expressions": () => checkRegexes(root, sources),
}

const name = process.argv[2] ?? ""
const problems = (await checks[name]?.()) ?? [`There is no check ${name}.`]
for (const problem of problems) process.stdout.write(`  ${problem}\n`)
process.exitCode = problems.length === 0 ? 0 : 1
