import type { CommentsGiven } from "../../../comments/beside/comments-beside"
import type { LiveGiven } from "../../../live/use-live"

/** Something of the group that a link may lead to, under the heading under which it is offered. */
export type LinkChoice = { of: "documents" | "meetings" | "decisions"; href: string; label: string }

/** What the page hands to the editor. All of it is plain data. */
export type DocumentGiven = LiveGiven & {
  documentId: string
  title: string
  lead: string
  readHref: string
  plainHref: string
  choices: LinkChoice[]
  comments: CommentsGiven
}
