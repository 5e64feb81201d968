import type { Finding } from "@/lib/check/model"

/** No key is longer; the beginning of what a finding says tells it apart. */
const LONGEST = 500

/**
 * What tells a finding from others of its rule, wherever its words move: what it says, without the
 * label of the agenda item, which changes when the agenda does.
 */
export function keyOf({ rule, values }: Pick<Finding, "rule" | "values">): string {
  const said = Object.entries(values)
    .filter(([name]) => name !== "item")
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([rule, ...said.flat()])
    .slice(0, LONGEST)
    .toWellFormed()
}
