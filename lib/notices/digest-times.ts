import { DateTime } from "luxon"
import { isZone } from "@/lib/meetings/zones"
import type { DigestTempo } from "./model"

/**
 * The last instant at or before `at` when a digest was to be written: every day at `hour` by the
 * reader's clock, or on Mondays at that hour. Where that hour is skipped, when the clocks have moved on.
 */
export function lastDigestTime(tempo: DigestTempo, zone: string, at: Date, hour: number): Date {
  const here = DateTime.fromJSDate(at, { zone: isZone(zone) ? zone : "UTC" })
  const onDay = (days: number) => here.startOf("day").minus({ days }).set({ hour })
  const sinceMonday = tempo === "weekly" ? here.weekday - 1 : 0
  const recent = onDay(sinceMonday)
  const before = onDay(sinceMonday + (tempo === "weekly" ? 7 : 1))
  return (recent <= here ? recent : before).toJSDate()
}
