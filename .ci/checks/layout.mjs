import path from "node:path"

const most = 250
const mostPage = 80
/** Lines; half of the files in lib are shorter. "Near 70" leaves some room. */
const mostMedian = 90

/**
 * Small files with names that say what is in them.
 * @param {import("./sources.mjs").Source[]} sources
 * @returns {string[]} problems
 */
export function checkLayout(sources) {
  const problems = []
  for (const { name, lines } of sources) {
    const file = path.posix.basename(name)
    if (lines > most) problems.push(`${name} has ${lines} lines (at most ${most})`)
    if (file === "page.tsx" && lines > mostPage)
      problems.push(`${name} has ${lines} lines (a page has at most ${mostPage})`)
    if (/(^|\/)(utils?|helpers?|common|misc)(\/|\.)/.test(name))
      problems.push(`${name}: name it for what it does`)
    if (/^index\.tsx?$/.test(file)) problems.push(`${name}: no barrels; import the file itself`)
    if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(file))
      problems.push(`${name}: file names are kebab-case`)
  }
  const lengths = sources
    .filter(({ name }) => name.startsWith("lib/"))
    .map(({ lines }) => lines)
    .sort((a, b) => a - b)
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0
  if (median > mostMedian) problems.push(`the median file of lib has ${median} lines (near 70)`)
  return problems
}
