"use client"

import { useCallback, useRef, useSyncExternalStore } from "react"
import type { Room } from "@/lib/meetings/room-model"

const TICK_MS = 1000

// How far this machine's clock is from the portal's, by what was read last.
const skews = new Map<string, { readAt: string; ms: number }>()

/** How far to trust this machine's clock: what to add to it to have the portal's time. */
function skewOf({ meetingId, readAt }: Pick<Room, "meetingId" | "readAt">): number {
  const known = skews.get(meetingId)
  if (known?.readAt === readAt) return known.ms
  const measured = Date.parse(readAt) - Date.now()
  // Less is how long the page took to come, not a clock that is off.
  const ms = Math.abs(measured) < 30_000 ? 0 : measured
  skews.set(meetingId, { readAt, ms })
  return ms
}

/** The present instant by the portal's clock. */
export function nowOf(room: Pick<Room, "meetingId" | "readAt">): Date {
  return new Date(Date.now() + skewOf(room))
}

/** The instant to show, new every second; on the server and before script the one of the reading. */
export function useNow(room: Room): Date {
  const latest = useRef(room)
  latest.current = room
  const subscribe = useCallback((heard: () => void) => {
    const timer = setInterval(heard, TICK_MS)
    return () => clearInterval(timer)
  }, [])
  const second = useSyncExternalStore(
    subscribe,
    () => Math.floor(nowOf(latest.current).getTime() / TICK_MS),
    () => Math.floor(Date.parse(latest.current.readAt) / TICK_MS),
  )
  return new Date(second * TICK_MS)
}
