import { readFileSync } from "node:fs"
import path from "node:path"
import { parse, TYPE } from "@formatjs/icu-messageformat-parser"
import { keysUsed } from "./message-keys.mjs"

const original = "en"
const translations = ["fr"]

/** What this house does not say, and signs that a language sets otherwise. */
const style = {
  en: [
    [/\b(please|oops|successfully)\b/i, "has a word this house does not use"],
    [/!/, "has an exclamation mark"],
  ],
  fr: [
    [/ [;:!?»]|« /, "needs a no-break space beside its punctuation"],
    [/\p{Ll}[;:!?](?=\s|$)/u, "needs a no-break space before its punctuation"],
    [/\p{L}'\p{L}/u, "has a straight apostrophe"],
  ],
}

/**
 * Every catalogue has the same keys in the same order, with the same arguments; every key is used,
 * and every key that a refusal names is there.
 * @param {string} root
 * @param {import("./sources.mjs").Source[]} sources
 * @returns {string[]} problems
 */
export function checkMessages(root, sources) {
  const catalogues = new Map(
    [original, ...translations].map((language) => [language, readCatalogue(root, language)]),
  )
  const problems = []
  const messages = catalogues.get(original) ?? new Map()
  for (const [language, catalogue] of catalogues) {
    if (language !== original) problems.push(...compareKeys(language, messages, catalogue))
    for (const [key, text] of catalogue) problems.push(...readMessage(language, key, text).problems)
  }
  for (const language of translations) {
    for (const [key, text] of catalogues.get(language) ?? []) {
      const wanted = readMessage(original, key, messages.get(key) ?? text).takes
      const found = readMessage(language, key, text).takes
      // A language may do without a plural, but not without what is put in.
      const lacks = [...wanted].filter((name) => !found.has(name) && !name.endsWith("#}"))
      const adds = [...found].filter((name) => !wanted.has(name))
      for (const name of lacks) problems.push(`${language} ${key} leaves out ${name}`)
      for (const name of adds) problems.push(`${language} ${key} has ${name}, ${original} has not`)
    }
  }
  const { used, named } = keysUsed(sources, [...messages.keys()])
  for (const key of messages.keys()) if (!used.has(key)) problems.push(`${key} is not used`)
  for (const [key, name] of named) {
    if (!messages.has(key)) problems.push(`${name} names ${key}, which no catalogue has`)
  }
  return problems
}

/**
 * @param {string} root
 * @param {string} language
 * @returns {Map<string, string>}
 */
export function readCatalogue(root, language) {
  const file = path.join(root, "messages", `${language}.json`)
  return new Map(flatten(JSON.parse(readFileSync(file, "utf8")), ""))
}

/**
 * @param {Record<string, any>} tree
 * @param {string} prefix
 * @returns {[string, string][]}
 */
function flatten(tree, prefix) {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  )
}

/**
 * @param {string} language
 * @param {Map<string, string>} wanted
 * @param {Map<string, string>} found
 */
function compareKeys(language, wanted, found) {
  const missing = [...wanted.keys()].filter((key) => !found.has(key))
  const extra = [...found.keys()].filter((key) => !wanted.has(key))
  const problems = [
    ...missing.map((key) => `${language} lacks ${key}`),
    ...extra.map((key) => `${language} has ${key}, which ${original} lacks`),
  ]
  if (problems.length > 0) return problems
  const order = [...found.keys()]
  const moved = [...wanted.keys()].find((key, index) => order[index] !== key)
  return moved ? [`${language} has another order than ${original}, first at ${moved}`] : []
}

/**
 * @param {string} language
 * @param {string} key
 * @param {string} text
 * @returns {{takes: Set<string>, problems: string[]}}
 */
function readMessage(language, key, text) {
  try {
    /** @type {Set<string>} */
    const names = new Set()
    /** @type {string[]} */
    const words = []
    walk(parse(text), names, words)
    const problems = words.flatMap((part) =>
      (style[language] ?? [])
        .filter(([rule]) => rule.test(part))
        .map(([, what]) => `${language} ${key} ${what}`),
    )
    if (text.trim() === "") problems.push(`${language} ${key} is empty`)
    return { takes: names, problems }
  } catch (error) {
    return { takes: new Set(), problems: [`${language} ${key} cannot be read: ${error.message}`] }
  }
}

/**
 * @param {import("@formatjs/icu-messageformat-parser").MessageFormatElement[]} elements
 * @param {Set<string>} names what the message takes; a choice with its choices
 * @param {string[]} words its literal parts
 */
function walk(elements, names, words) {
  for (const element of elements) {
    if (element.type === TYPE.literal) words.push(element.value)
    else if (element.type === TYPE.tag) {
      names.add(`<${element.value}>`)
      walk(element.children, names, words)
    } else if (element.type === TYPE.select || element.type === TYPE.plural) {
      const choices = Object.keys(element.options).sort().join("|")
      names.add(
        element.type === TYPE.select ? `{${element.value}: ${choices}}` : `{${element.value} #}`,
      )
      for (const option of Object.values(element.options)) walk(option.value, names, words)
    } else if (element.type !== TYPE.pound) names.add(`{${element.value}}`)
  }
}
