import type { Room } from "@/lib/meetings/room-model"
import type { MinutesPerson, MinutesText, SavedMinutes } from "@/lib/minutes/model"
import type { ItemHead } from "../sections"

/** What the page hands to the editor. All of it is plain data. */
export type EditorGiven = {
  meetingId: string
  /** Of the meeting; blocks are counted "33/1". */
  number: number | null
  /** Its day in its own zone, `YYYY-MM-DD`; dates are read against it. */
  day: string | null
  title: string
  lead: string
  note: string | null
  text: MinutesText
  saved: SavedMinutes
  agenda: ItemHead[]
  people: MinutesPerson[]
  /** What stands beside the text, and where it is read again. */
  room: Room
  roomHref: string
  historyHref: string
  plainHref: string
  meetingHref: string
}
