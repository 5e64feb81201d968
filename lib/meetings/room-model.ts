import type { QuoteMark } from "@/lib/reviews/model"
import type { AttendanceKind, Coverage } from "./model"

/** The other end of an item that was carried over: the copy, or what it is a copy of. */
export type CarriedItem = { meetingId: string; meetingNumber: number | null; title: string }

export type RoomItem = {
  id: string
  label: string
  depth: number
  title: string
  presenter: string
  /** Planned. */
  minutes: number | null
  coverage: Coverage | null
  carriedFrom: CarriedItem | null
  carriedTo: CarriedItem | null
  /** Seconds of the call that its closed turns took. */
  spent: number
}

/** Somebody whom the attendance asks about, in the capacity of the day; `kind` is null for who is not marked. */
export type RoomSeat = {
  personId: string
  name: string
  capacity: string
  kind: AttendanceKind | null
}

/** Somebody of the register who has no seat. */
export type RoomGuest = { personId: string; name: string; about: string }

/** What stands beside the minutes while they are written. Plain data; instants are ISO 8601 texts. */
export type Room = {
  meetingId: string
  number: number | null
  startsAt: string | null
  zone: string
  /** Planned length of the call. */
  minutes: number | null
  /** The instant at which the portal read this, for clocks that are off. */
  readAt: string
  /** When the clock was first started. */
  beganAt: string | null
  agenda: RoomItem[]
  agendaRevision: number
  turn: { itemId: string; startedAt: string } | null
  seats: RoomSeat[]
  attendanceRevision: number
  /** The meeting to which items can be carried over. */
  next: { id: string; number: number | null; startsAt: string | null } | null
  /** What those who are quoted said of their words, by the id of the statement; nothing outside a review. */
  quotes: Record<string, QuoteMark>
  may: Record<"agenda" | "clock" | "attendance" | "addPerson" | "carry", boolean>
}
