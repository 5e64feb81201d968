import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { inBrowser } from "./browser-code.mjs"
import { keysUsed } from "./message-keys.mjs"
import { readCatalogue } from "./messages.mjs"

/** The keys of the catalogue that pages with script carry: docs/decisions/0059-words-for-the-browser.md. */
const list = "messages/in-browser.json"

/**
 * The list names every key that browser code uses, and no other. A list that differs is written anew, so
 * that running the check a second time passes; what it says is to be committed.
 * @param {string} root
 * @param {Map<string, import("./sources.mjs").Source>} sources
 * @returns {string[]} problems
 */
export function checkBrowserMessages(root, sources) {
  const wanted = keysInBrowser([...readCatalogue(root, "en").keys()], inBrowser(sources))
  const file = path.join(root, list)
  const listed = JSON.parse(readFileSync(file, "utf8"))
  const lacks = wanted.filter((key) => !listed.includes(key))
  const extra = listed.filter((key) => !wanted.includes(key))
  if (lacks.length + extra.length === 0) return []
  writeFileSync(file, `${JSON.stringify(wanted, null, 2)}\n`)
  return [
    ...lacks.map((key) => `${list} lacked ${key}, which browser code uses`),
    ...extra.map((key) => `${list} had ${key}, which no browser code uses`),
    `${list} is written anew: look at it, commit it, and run the check again`,
  ]
}

/**
 * A server's refusal may name any of the errors, so a file that asks for their namespace may show any.
 * @param {string[]} keys
 * @param {Iterable<import("./sources.mjs").Source>} sources
 */
function keysInBrowser(keys, sources) {
  const files = [...sources]
  const { used } = keysUsed(files, keys)
  const showsErrors = files.some(({ text }) => text.includes('useTranslations("errors")'))
  return keys.filter((key) => used.has(key) || (showsErrors && key.startsWith("errors.")))
}
