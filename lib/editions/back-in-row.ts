import type { Activity } from "@/lib/mapping/model"
import { isWrittenAnew } from "@/lib/mapping/same-activity"

/**
 * Whether an activity of the annex stands in its row again: an undo or whoever restored the cell gave it
 * back, or somebody wrote it anew. It stands in one place only.
 */
export const isBackAmong = (activities: readonly Activity[], annexed: Activity): boolean =>
  activities.some((one) => one.id === annexed.id || isWrittenAnew(one, annexed))

/**
 * Activities that move to the annex of their row. One that was written anew is the one that stands there
 * already, and takes its place; `replaced` are further entries of which it says all as well.
 */
export function movingTo(
  annex: readonly Activity[],
  activities: readonly Activity[],
  moving: readonly Activity[],
): { go: Activity[]; replaced: string[] } {
  const left = annex.filter(({ id }) => activities.every((one) => one.id !== id))
  const go = moving.map((one) => {
    const at = left.findIndex((other) => isWrittenAnew(one, other))
    const [before] = at < 0 ? [] : left.splice(at, 1)
    return before ? { ...one, id: before.id } : one
  })
  const replaced = left.filter((other) => moving.some((one) => isWrittenAnew(one, other)))
  return { go, replaced: replaced.map(({ id }) => id) }
}
