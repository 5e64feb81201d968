import { useCallback, useMemo, useRef } from "react"
import type { RoomSeat } from "@/lib/meetings/room-model"
import type { MinutesPerson } from "@/lib/minutes/model"

/** Whom the minutes may name: who came into the room since the page was made stands before the others. */
export function namableIn(
  people: readonly MinutesPerson[],
  seats: readonly RoomSeat[],
): MinutesPerson[] {
  const known = new Set(people.map(({ id }) => id))
  const late = seats.filter(({ personId }) => !known.has(personId))
  return [...late.map(({ personId: id, name, capacity }) => ({ id, name, capacity })), ...people]
}

/** As `namableIn`; `latest` is always the same function, for editors, which are made once. */
export function useNamable(given: readonly MinutesPerson[], seats: readonly RoomSeat[]) {
  const people = useMemo(() => namableIn(given, seats), [given, seats])
  const newest = useRef(people)
  newest.current = people
  const latest = useCallback(() => newest.current, [])
  return { people, latest }
}
