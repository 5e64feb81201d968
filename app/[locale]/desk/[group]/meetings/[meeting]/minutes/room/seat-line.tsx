"use client"

import { useTranslations } from "next-intl"
import { type AttendanceKind, attendanceKinds } from "@/lib/meetings/model"
import type { RoomSeat } from "@/lib/meetings/room-model"

/** One person of the room. Where nothing can be marked the answer stands in words. */
export function SeatLine({
  seat,
  mark,
  isStop,
  onFocus,
}: {
  seat: RoomSeat
  mark: ((personId: string, name: string, kind: AttendanceKind | null) => void) | null
  /** Whether the Tab key stops here. */
  isStop: boolean
  onFocus: () => void
}) {
  const kinds = useTranslations("meetings.attendance.kind")
  const letters = useTranslations("meetings.attendance.key")
  const { personId, name, capacity, kind } = seat
  const who = (
    <span className="who-is">
      <bdi>{name}</bdi>
      {capacity ? <small>{capacity}</small> : null}
    </span>
  )
  if (!mark)
    return (
      <li>
        {who}
        <span className="small muted">{kind ? kinds(kind) : ""}</span>
      </li>
    )
  return (
    <li onFocus={onFocus}>
      <div
        className="seat"
        data-seat={personId}
        role="radiogroup"
        aria-label={name}
        aria-describedby="seat-keys"
        tabIndex={isStop ? 0 : -1}
      >
        {who}
        <span className="seg">
          {attendanceKinds.map((each) => (
            <label key={each} title={kinds(each)}>
              {letters(each)}
              <input
                type="radio"
                name={`seat-${personId}`}
                aria-label={kinds(each)}
                tabIndex={-1}
                checked={kind === each}
                onChange={() => mark(personId, name, each)}
                onClick={() => {
                  if (kind === each) mark(personId, name, null)
                }}
              />
            </label>
          ))}
        </span>
      </div>
    </li>
  )
}
