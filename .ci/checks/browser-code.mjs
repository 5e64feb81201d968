import path from "node:path"

/** What browser code may take from lib by value. */
const browserSafe = [
  /^lib\/[^/]+\/(input|status|model)\.tsx?$/,
  /^lib\/check\/rules\//,
  /^lib\/platform\/(dates|locales)\.ts$/,
  /^lib\/minutes\/(due|listing|check\/model)\.ts$/,
  /^lib\/comments\/(anchors\/(anchor|passages)|tidy)\.ts$/,
  // The shared document is read and named in the same way on both sides.
  /^lib\/live\/(channel|protocol)\.ts$/,
  /^lib\/minutes\/live\/read-document\.ts$/,
  /^lib\/documents\/(links|outline|live\/(form|read-text))\.ts$/,
  // Filters, the texts of cells and what is pasted into them mean the same wherever they are read.
  /^lib\/mapping\/(filters|row-filter|cells\/(cell-text|citation|read-cell|read-block|both-of))\.ts$/,
]
/** What must not end up in a browser, however it gets there. */
const serverOnly = /^(db|server)\/|^lib\/platform\/(database|env|session|request|mail|jobs|log)/
const serverPackage = /^(node:|next\/headers|next-intl\/server|next-auth|postgres|pino)/

/**
 * What runs in the browser imports nothing of the server, and of lib only what is made for both sides.
 * @param {Map<string, import("./sources.mjs").Source>} sources
 * @returns {string[]} problems
 */
export function checkBrowserCode(sources) {
  const problems = new Set()
  for (const source of inBrowser(sources)) {
    for (const { to, typeOnly, source: written } of source.imports) {
      const problem = typeOnly ? null : problemOf(source.name, to, written)
      if (problem) problems.add(`${source.name} runs in the browser and ${problem}`)
    }
  }
  return [...problems].sort()
}

/**
 * Every file that ends up in a browser: those marked "use client", and what they import by value.
 * @param {Map<string, import("./sources.mjs").Source>} sources
 * @returns {Set<import("./sources.mjs").Source>}
 */
export function inBrowser(sources) {
  const seen = new Set()
  const waiting = [...sources.values()].filter(({ directive }) => directive === "use client")
  for (let source = waiting.pop(); source; source = waiting.pop()) {
    if (seen.has(source)) continue
    seen.add(source)
    for (const { to, typeOnly } of source.imports) {
      const next = typeOnly || to === null ? undefined : sources.get(to)
      if (next && next.directive !== "use server") waiting.push(next)
    }
  }
  return seen
}

/**
 * @param {string} from
 * @param {string | null} to
 * @param {string} written
 */
function problemOf(from, to, written) {
  if (to === null) return serverPackage.test(written) ? `imports ${written}` : null
  if (serverOnly.test(to)) return `reaches ${to}`
  if (!from.startsWith("app/")) return null
  if (to.startsWith("lib/") && !browserSafe.some((rule) => rule.test(to)))
    return `imports ${to}, which is neither input, status nor model`
  const isOfActions = to.endsWith("/actions.ts") || to.endsWith("-actions.ts")
  if (isOfActions && !path.posix.dirname(from).startsWith(path.posix.dirname(to)))
    return `imports the actions of another page, ${to}`
  return null
}
