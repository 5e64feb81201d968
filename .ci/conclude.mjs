/**
 * What one part of the run came to. `skipped` holds a sentence for each test that did not run,
 * `secondTries` one for each that failed first and is counted as passed.
 * @typedef {{ passed: number, failed: number, skipped: string[], failures: string[],
 *   secondTries?: string[] }} Part
 */

/**
 * Prints what failed, what passed only at its second try, what was skipped and why, and the count, and
 * sets the exit status.
 * @param {Part[]} parts
 */
export function conclude(parts) {
  const passed = parts.reduce((sum, part) => sum + part.passed, 0)
  const failed = parts.reduce((sum, part) => sum + part.failed, 0)
  const failures = parts.flatMap((part) => part.failures)
  const skipped = parts.flatMap((part) => part.skipped)
  if (failures.length > 0)
    process.stdout.write(`\nFailed:\n${failures.map((name) => `  ${name}\n`).join("")}`)
  const again = parts.flatMap(({ secondTries = [] }) => secondTries)
  for (const name of again) process.stdout.write(`\nPassed at the second try: ${name}`)
  if (again.length > 0)
    process.stdout.write("\n  Look into each of them: docs/decisions/0038-second-try.md\n")
  process.stdout.write(`\nSkipped: ${grouped(skipped)}\n`)
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
}

/**
 * The same reason once, with how often.
 * @param {string[]} reasons
 */
function grouped(reasons) {
  if (reasons.length === 0) return "nothing"
  const counts = new Map()
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
    .map(([reason, count]) => (count === 1 ? reason : `${reason} (${count} tests)`))
    .join("; ")
}
