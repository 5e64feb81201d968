import type { Room } from "@/lib/meetings/room-model"
import type { MinutesPerson, SectionId } from "@/lib/minutes/model"
import type { CommentsGiven } from "../../../../comments/beside/comments-beside"

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
  /** The sections in the order in which they stood when the page was made. */
  order: SectionId[]
  /** Under which name this device keeps its copy of the text. */
  deviceKey: string
  exchangeHref: string
  /** Where it is asked what the check says. */
  checkHref: string
  locale: string
  people: MinutesPerson[]
  /** What stands beside the text, and where it is read again. */
  room: Room
  roomHref: string
  /** What stands in the comments beside the text. */
  comments: CommentsGiven
  historyHref: string
  plainHref: string
  meetingHref: string
}
