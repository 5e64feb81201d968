import type { Room } from "@/lib/meetings/room-model"
import type { RoomInHand } from "./room-context"

/** The room as it was read, only to be looked at: what a page shows before its script has come. */
export function shownRoom(room: Room, href: string): RoomInHand {
  return { room, href, acts: null, problem: null, said: "", editing: null, edit: null }
}
