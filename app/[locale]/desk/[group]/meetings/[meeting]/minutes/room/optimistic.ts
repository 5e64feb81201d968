import {
  type AttendanceKind,
  type Coverage,
  labelAgenda,
  type Move,
  moveRow,
} from "@/lib/meetings/model"
import type { Room, RoomItem } from "@/lib/meetings/room-model"

/** What a room will look like once the portal has done something; the same rules, on what is shown. */
export type Change = (room: Room) => Room

const item = (room: Room, itemId: string, to: (item: RoomItem) => RoomItem): Room => ({
  ...room,
  agenda: room.agenda.map((each) => (each.id === itemId ? to(each) : each)),
})

export const renamed =
  (itemId: string, title: string): Change =>
  (room) =>
    item(room, itemId, (each) => ({ ...each, title }))

export const marked =
  (itemId: string, coverage: Coverage | null): Change =>
  (room) =>
    item(room, itemId, (each) => ({ ...each, coverage }))

export const moved =
  (itemId: string, move: Move): Change =>
  (room) => {
    const at = room.agenda.findIndex(({ id }) => id === itemId)
    return { ...room, agenda: labelAgenda(moveRow(room.agenda, at, move).rows) }
  }

/** Ends the turn that is open and begins one at an item, or none. */
export const turnedTo =
  (itemId: string | null, at: Date): Change =>
  (room) => {
    const { turn } = room
    const seconds = turn ? Math.max(0, (at.getTime() - Date.parse(turn.startedAt)) / 1000) : 0
    const ended = turn
      ? item(room, turn.itemId, (each) => ({ ...each, spent: each.spent + Math.round(seconds) }))
      : room
    const startedAt = at.toISOString()
    return {
      ...ended,
      beganAt: room.beganAt ?? (itemId ? startedAt : null),
      turn: itemId ? { itemId, startedAt } : null,
    }
  }

export const seated =
  (personId: string, kind: AttendanceKind | null): Change =>
  (room) => ({
    ...room,
    seats: room.seats.map((seat) => (seat.personId === personId ? { ...seat, kind } : seat)),
  })
