import { createHash } from "node:crypto"
import type { MinutesFinding } from "@/lib/minutes/check/model"

/** Some looks at an archive of the most reports that are listed at once, with what is proposed of it. */
const most = 600

const kept = new Map<string, MinutesFinding[]>()

/** One short text for everything that findings depend on. */
export const stampOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("base64")

/**
 * What the check found under a stamp, or what `check` finds now. The rules are pure: as long as nothing that
 * they look at has changed, a page that is shown again need not run them. The oldest give way.
 */
export function findingsUnder(stamp: string, check: () => MinutesFinding[]): MinutesFinding[] {
  const found = kept.get(stamp) ?? check()
  kept.delete(stamp)
  kept.set(stamp, found)
  const [oldest] = kept.keys()
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  return found
}
