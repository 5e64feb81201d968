import type { ReactNode } from "react"
import { listDecisionBacklinks } from "@/lib/links/backlink-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { CommentsElsewhere } from "../../../comments/beside/comments-elsewhere"
import { CheckElsewhere } from "./check/check-elsewhere"
import { HistoryLink } from "./history-link"
import type { loadMinutes } from "./load-minutes"
import { itemHeads } from "./minutes-title"
import { shownRoom } from "./room/shown-room"
import { sectionHeads } from "./sections"
import { SpokenOf } from "./spoken-of"
import { TextView } from "./text-view"
import { WritingFoot } from "./writing-foot"
import { WritingFrame } from "./writing-frame"

type Loaded = Awaited<ReturnType<typeof loadMinutes>>

/** The text as it was saved when the page was made: before the editor comes, and for those who only read. */
export async function SavedText({
  found: { group, meeting, agenda, current, may, base, meetingHref, room, roomHref },
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
  const under = await underDecisions(meeting.id, group, may.edit)
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
          <TextView text={current.text} agenda={items} number={meeting.number} under={under} />
        </div>
      </div>
    </WritingFrame>
  )
}

/** What speaks of each decision. Where the editor takes this text's place it stands only without script. */
async function underDecisions(meetingId: string, group: Loaded["group"], isEditorComing: boolean) {
  const actor = await currentActor()
  const backlinks = await answer(listDecisionBacklinks(actor, group.id, meetingId))
  const under = new Map<string, ReactNode>()
  for (const targetId of new Set(backlinks.map((each) => each.targetId))) {
    const speaking = backlinks.filter((each) => each.targetId === targetId)
    const line = <SpokenOf backlinks={speaking} group={group.slug} />
    under.set(targetId, isEditorComing ? <noscript>{line}</noscript> : line)
  }
  return under
}
