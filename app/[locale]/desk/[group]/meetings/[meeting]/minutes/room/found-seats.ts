import type { RoomSeat } from "@/lib/meetings/room-model"
import { foldName } from "@/lib/people/model"

/** By name, so that nobody changes place when they are marked. */
export function sortedSeats(seats: readonly RoomSeat[]): RoomSeat[] {
  return [...seats].sort((a, b) => a.name.localeCompare(b.name))
}

/** Whether a name has a word beginning with each word that was typed, accents forgiven. */
export function fits(name: string, typed: string): boolean {
  const words = foldName(typed).split(" ").filter(Boolean)
  const parts = foldName(name).split(/[ -]/)
  return words.every((word) => parts.some((part) => part.startsWith(word)))
}
