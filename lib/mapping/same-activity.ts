import { foldName } from "@/lib/people/model"
import type { Activity } from "./model"

/** What makes an activity the same one wherever it is written: kind, title and body, not its years. */
export const activityKey = ({ kind, title, body }: Activity): string =>
  [kind, foldName(title), foldName(body)].join("\n")

/** Whether one is the other written anew: it is the same, and says all of its years. */
export const isWrittenAnew = (one: Activity, other: Activity): boolean =>
  activityKey(one) === activityKey(other) && other.years.every((year) => one.years.includes(year))
