import type { ReactNode } from "react"
import { CommentWays } from "../../../comments/beside/section-comment"
import { Pane, WritingHead } from "../../../live/frame-parts"
import { AgendaPane } from "./room/agenda-pane"
import { NowLine } from "./room/now-line"
import { Problem } from "./room/problem"
import { type RoomInHand, RoomProvider } from "./room/room-context"
import { RoomKeys } from "./room/room-keys"
import { type Quoted, RoomPane } from "./room/room-pane"
import { RoomParts } from "./room/room-parts"
import type { SectionHead } from "./sections"

/**
 * The page on which minutes are read and written: head, agenda, sheet, room. The same before and
 * after script; before it, `room` comes without `acts` and is only shown.
 */
export function WritingFrame({
  title,
  lead,
  note,
  save = null,
  end,
  heads,
  current = null,
  room,
  zones = [],
  quoted = [],
  check,
  comments,
  commentsHref,
  ask,
  toSettle = null,
  openThreads = 0,
  aside,
  tools,
  children,
  foot,
}: {
  title: string
  lead: ReactNode
  /** What one has to know before writing. */
  note: string | null
  save?: ReactNode
  end: ReactNode
  heads: readonly SectionHead[]
  /** The section in which the caret stands. */
  current?: string | null
  room: RoomInHand
  /** IANA zones of those who are here; the meeting's and the reader's stand in any case. */
  zones?: readonly string[]
  /** Who is named in statements, for those of them who have no seat or no mark. */
  quoted?: readonly Quoted[]
  /** What the check says; before script only where it can be read. */
  check: ReactNode
  /** What is said about the text; before script the way to it. */
  comments: ReactNode
  /** Where comments are read and written as plain forms, and what asks for one beside the text. */
  commentsHref: string
  ask?: (at: string) => void
  /** How many threads are open. */
  openThreads?: number
  /** How many findings are open; null while nobody knows. */
  toSettle?: number | null
  aside?: ReactNode
  tools?: ReactNode
  children: ReactNode
  foot?: ReactNode
}) {
  return (
    <RoomProvider room={room}>
      <WritingHead title={title} lead={lead} save={save} end={end}>
        <NowLine />
        <Problem />
      </WritingHead>
      <div className="writing">
        <span id="text-view" className="sheet-closed" />
        <Pane id="agenda" className="agenda-pane">
          <AgendaPane heads={[...heads]} current={current} zones={[...zones]} />
          {aside}
        </Pane>
        <div className="sheet-wrap">
          {note ? <p className="writing-note small">{note}</p> : null}
          {tools ?? <div className="tools" />}
          <CommentWays value={{ href: commentsHref, ask }}>{children}</CommentWays>
          {foot}
        </div>
        <div className="beside">
          <Pane id="comments" className="comments-pane">
            {comments}
          </Pane>
          <Pane id="check" className="check-pane">
            {check}
          </Pane>
          <Pane id="room" className="room-pane">
            <RoomPane quoted={[...quoted]} />
          </Pane>
        </div>
      </div>
      <RoomKeys current={current} />
      <RoomParts toSettle={toSettle} openThreads={openThreads} />
    </RoomProvider>
  )
}
