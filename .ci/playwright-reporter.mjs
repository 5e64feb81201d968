import { writeFileSync } from "node:fs"
import path from "node:path"
import { root } from "./child.mjs"

/** Counts the journeys for `npm test`, beside the reporter that people read. */
export default class CountingReporter {
  part = { passed: 0, failed: 0, skipped: [], failures: [] }
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
      if (outcome === "expected" || outcome === "flaky") this.part.passed++
      else if (outcome === "unexpected" || one.results.length === 0) this.fail(name)
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
