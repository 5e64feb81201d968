"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, useRef, useState } from "react"
import { type AttendanceKind, attendanceKinds } from "@/lib/meetings/model"
import type { RoomSeat } from "@/lib/meetings/room-model"

type Mark = (personId: string, name: string, kind: AttendanceKind | null) => void

/**
 * The keys on the people of the room: arrows, Home and End move between them; the letter of a kind
 * marks, the same again or Delete takes the mark away. One stop of the Tab key for all of them.
 */
export function useSeatKeys(seats: readonly RoomSeat[], mark: Mark) {
  const letters = useTranslations("meetings.attendance.key")
  const list = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState(0)
  const stop = Math.min(at, seats.length - 1)
  const focusAt = (place: number) => {
    const rows = list.current?.querySelectorAll<HTMLElement>("[data-seat]") ?? []
    rows[Math.max(0, Math.min(place, rows.length - 1))]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const seat = seats[stop]
    const places: Record<string, number> = {
      ArrowDown: stop + 1,
      ArrowUp: stop - 1,
      Home: 0,
      End: seats.length - 1,
    }
    const place = places[event.key]
    const kind = attendanceKinds.find((each) => letters(each) === event.key.toUpperCase())
    if (place === -1) document.getElementById("find-person")?.focus()
    else if (place !== undefined) focusAt(place)
    else if (seat && kind) mark(seat.personId, seat.name, kind === seat.kind ? null : kind)
    else if (seat && (event.key === "Delete" || event.key === "Backspace"))
      mark(seat.personId, seat.name, null)
    else return
    event.preventDefault()
  }
  return { list, stop, setAt, focusAt, onKeyDown }
}
