import { getTranslations } from "@/lib/platform/i18n"
import { CommentsElsewhere } from "../../../comments/beside/comments-elsewhere"
import { CheckElsewhere } from "./check/check-elsewhere"
import { HistoryLink } from "./history-link"
import type { loadMinutes } from "./load-minutes"
import { itemHeads } from "./minutes-title"
import { shownRoom } from "./room/shown-room"
import { sectionHeads } from "./sections"
import { TextView } from "./text-view"
import { WritingFoot } from "./writing-foot"
import { WritingFrame } from "./writing-frame"

type Loaded = Awaited<ReturnType<typeof loadMinutes>>

/** The text as it was saved when the page was made: before the editor comes, and for those who only read. */
export async function SavedText({
  found: { meeting, agenda, current, may, base, meetingHref, room, roomHref },
  ...head
}: {
  found: Loaded & { current: NonNullable<Loaded["current"]> }
  title: string
  lead: string
  note: string | null
}) {
  const t = await getTranslations("minutes")
  const items = itemHeads(agenda)
  const plain = `${base}/plain`
  return (
    <WritingFrame
      {...head}
      room={shownRoom(room, roomHref)}
      heads={sectionHeads(current.text.order, items)}
      check={<CheckElsewhere plain={may.edit ? plain : null} />}
      commentsHref={`${meetingHref}/comments`}
      comments={<CommentsElsewhere href={`${meetingHref}/comments`} />}
      end={<HistoryLink href={`${base}/history`} />}
      foot={<WritingFoot plain={may.edit ? plain : null} meeting={meetingHref} />}
    >
      {may.edit ? (
        <noscript>
          <p className="writing-note">
            {t.rich("noScript", { link: (words) => <a href={plain}>{words}</a> })}
          </p>
        </noscript>
      ) : null}
      <div className="sheet">
        <div className="doc">
          <TextView text={current.text} agenda={items} number={meeting.number} />
        </div>
      </div>
    </WritingFrame>
  )
}
