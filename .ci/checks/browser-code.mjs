import path from "node:path"

/** What browser code may take from lib by value. */
const browserSafe = [
  /^lib\/[^/]+\/(input|status|model)\.tsx?$/,
  /^lib\/check\/rules\//,
  /^lib\/platform\/(dates|locales)\.ts$/,
  /^lib\/minutes\/(due|listing|check\/model)\.ts$/,
  /^lib\/comments\/anchors\/(anchor|passages)\.ts$/,
  // The shared document is read and named in the same way on both sides.
  /^lib\/live\/(channel|protocol)\.ts$/,
  /^lib\/minutes\/live\/read-document\.ts$/,
  /^lib\/documents\/(links|live\/form)\.ts$/,
  // Filters, the texts of cells and what is pasted into them mean the same wherever they are read.
  /^lib\/mapping\/(filters|cells\/(cell-text|citation|read-cell|read-block|both-of))\.ts$/,
]
/** What must not end up in a browser, however it gets there. */
const serverOnly = /^(db|server)\/|^lib\/platform\/(database|env|session|request|mail|jobs|log)/
const serverPackage = /^(node:|next\/headers|next-intl\/server|next-auth|postgres|pino)/

/**
 * Follows every import by value from each file marked "use client".
 * @param {Map<string, import("./sources.mjs").Source>} sources
 * @returns {string[]} problems
 */
export function checkBrowserCode(sources) {
  const problems = new Set()
  const seen = new Set()
  const waiting = [...sources.values()].filter(({ directive }) => directive === "use client")
  for (let source = waiting.pop(); source; source = waiting.pop()) {
    if (seen.has(source.name)) continue
    seen.add(source.name)
    for (const { to, typeOnly, source: written } of source.imports) {
      if (typeOnly) continue
      const problem = problemOf(source.name, to, written)
      if (problem) problems.add(`${source.name} runs in the browser and ${problem}`)
      const next = to === null ? undefined : sources.get(to)
      if (next && next.directive !== "use server") waiting.push(next)
    }
  }
  return [...problems].sort()
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
  if (/(^|\/)actions\.ts$/.test(to) && !path.posix.dirname(from).startsWith(path.posix.dirname(to)))
    return `imports the actions of another page, ${to}`
  return null
}
