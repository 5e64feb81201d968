import { writeFileSync } from "node:fs"
import path from "node:path"
import { stripVTControlCharacters } from "node:util"
import { root } from "./child.mjs"

/** Counts the journeys for `npm test`, beside the reporter that people read. */
export default class CountingReporter {
  part = { passed: 0, failed: 0, skipped: [], failures: [], secondTries: [] }
  /** @type {import("@playwright/test").Suite | undefined} */
  suite

  /**
   * @param {import("@playwright/test").FullConfig} _config
   * @param {import("@playwright/test").Suite} suite
   */
  onBegin(_config, suite) {
    this.suite = suite
  }

  /** @param {{ message?: string }} error */
  onError(error) {
    this.fail(`journeys: ${error.message ?? "an error outside of any journey"}`)
  }

  onEnd() {
    for (const one of this.suite?.allTests() ?? []) {
      const name = `${path.relative(root, one.location.file)}: ${one.title}`
      const outcome = one.outcome()
      if (outcome === "expected" || outcome === "flaky") {
        this.part.passed++
        if (outcome === "flaky") this.part.secondTries.push(`${name} (${firstError(one)})`)
      } else if (outcome === "unexpected" || one.results.length === 0)
        this.fail(`${name} (${firstError(one)})`)
      else {
        const reason = one.annotations.find(({ type }) => type === "skip")?.description
        this.part.skipped.push(reason ?? `journeys that give no reason (${name})`)
      }
    }
    if (process.env.TEST_RESULT_FILE)
      writeFileSync(process.env.TEST_RESULT_FILE, JSON.stringify(this.part))
  }

  /** @param {string} name */
  fail(name) {
    this.part.failed++
    this.part.failures.push(name)
  }
}

/**
 * What the first try failed of, in its first line; the rest stands above and in test-results.
 * @param {import("@playwright/test").TestCase} one
 */
function firstError(one) {
  const [line = ""] = stripVTControlCharacters(one.results[0]?.error?.message ?? "").split("\n")
  return line || one.results[0]?.status
}
