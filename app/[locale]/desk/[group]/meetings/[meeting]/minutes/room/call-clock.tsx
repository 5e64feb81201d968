"use client"

import { useTranslations } from "next-intl"
import { useSyncExternalStore } from "react"
import { minuteOf } from "@/lib/meetings/model"
import type { Room } from "@/lib/meetings/room-model"
import { machineTime, timeText } from "@/lib/platform/dates"
import { useNow } from "./use-now"

const never = () => () => {}

/** "New York" of `America/New_York`. */
const cityOf = (zone: string) => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ")

/** The time: in UTC, the minute of the call, and in the zones of those who are there. */
export function CallClock({ room, zones }: { room: Room; zones: readonly string[] }) {
  const t = useTranslations("minutes.room")
  const now = useNow(room)
  const own = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  )
  const minute = minuteOf(room, now)
  const shown = [...new Set([room.zone, own, ...zones])].filter(
    (zone) => zone !== "UTC" && zone !== "Etc/UTC",
  )
  return (
    <>
      <p className="clock">
        <time dateTime={machineTime(now)}>{timeText(now)}</time>
        <small>{minute === null ? "UTC" : t("minute", { minute })}</small>
      </p>
      <p className="tz">
        {shown.map((zone) => (
          <span key={zone}>
            <bdi>{cityOf(zone)}</bdi> {timeText(now, zone)}
          </span>
        ))}
      </p>
    </>
  )
}
