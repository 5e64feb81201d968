const publicPages = /^app\/(\[locale\]\/\(public\)|api\/v1|sitemap\.xml|robots\.txt)\//
const forThePublic =
  /^lib\/[^/]+\/(public-queries\.ts|render\.tsx|render\/)|^lib\/platform\/i18n\.ts$/
const impure = /^(db|server)\/|^lib\/platform\/(database|session|request|jobs|mail|action)/

/**
 * The public side has no actor: from lib it takes what reads published records, what renders them,
 * and pure files. A file is pure when nothing it imports by value reaches database or request.
 * @param {Map<string, import("./sources.mjs").Source>} sources
 * @returns {string[]} problems
 */
export function checkPublicSide(sources) {
  const problems = []
  for (const { name, imports } of sources.values()) {
    if (!publicPages.test(name)) continue
    for (const { to, typeOnly } of imports) {
      if (typeOnly || !to?.startsWith("lib/") || forThePublic.test(to)) continue
      const reached = findImpure(to, sources, new Set())
      if (reached) problems.push(`${name} imports ${to}, which is not pure: it reaches ${reached}`)
    }
  }
  return problems
}

/**
 * @param {string} name
 * @param {Map<string, import("./sources.mjs").Source>} sources
 * @param {Set<string>} seen
 * @returns {string | null}
 */
function findImpure(name, sources, seen) {
  if (impure.test(name)) return name
  if (seen.has(name)) return null
  seen.add(name)
  for (const { to, typeOnly } of sources.get(name)?.imports ?? []) {
    const found = to !== null && !typeOnly ? findImpure(to, sources, seen) : null
    if (found) return found
  }
  return null
}
