import { writeFileSync } from "node:fs"
import { stripVTControlCharacters } from "node:util"

/** Counts a run of vitest for `npm test`, beside the reporter that people read. */
export default class CountingReporter {
  /**
   * @param {readonly import("vitest/node").TestModule[]} modules
   * @param {readonly unknown[]} unhandled
   */
  onTestRunEnd(modules, unhandled) {
    const part = { passed: 0, failed: 0, skipped: [], failures: [] }
    for (const module of modules) {
      const file = module.relativeModuleId
      // A file that could not be loaded, or a hook that failed, belongs to no test.
      for (const suite of [module, ...module.children.allSuites()]) {
        if (suite.errors().length > 0) fail(part, `${file}: ${suite.fullName ?? "the file itself"}`)
      }
      for (const one of module.children.allTests()) {
        const { state, note, errors } = one.result()
        if (state === "passed") part.passed++
        else if (state === "failed") fail(part, `${file}: ${one.fullName}${saidBy(errors)}`)
        else part.skipped.push(note ?? `tests of ${file} that give no reason`)
      }
    }
    for (const error of unhandled) fail(part, `an error outside of any test: ${error?.message}`)
    if (process.env.TEST_RESULT_FILE)
      writeFileSync(process.env.TEST_RESULT_FILE, JSON.stringify(part))
  }
}

/**
 * What a test failed of, so that the end of a long log tells enough to begin with: a property says in its
 * second and third line which seed and which example it was.
 * @param {readonly { message?: string }[] | undefined} errors
 */
function saidBy(errors) {
  const lines = stripVTControlCharacters(errors?.[0]?.message ?? "").split("\n")
  const said = (lines[1]?.startsWith("{ seed:") ? lines.slice(0, 3) : lines.slice(0, 1)).join(" ")
  return said ? ` (${said.slice(0, 600)})` : ""
}

/**
 * @param {import("./conclude.mjs").Part} part
 * @param {string} name
 */
function fail(part, name) {
  part.failed++
  part.failures.push(name)
}
