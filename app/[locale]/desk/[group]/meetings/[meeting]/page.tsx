import type { Metadata } from "next"
import { PageHead } from "@/app/ui/page-head"
import { getMeeting } from "@/lib/meetings/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { CommentsPanel } from "../../comments/comments-panel"
import { pageIn } from "../../documents/page-in"
import { RowsOfMeeting } from "../../mapping/discussed/rows-of-meeting"
import { meetingName } from "../meeting-name"
import { MeetingStateTag } from "../meeting-state"
import { AgendaPanel } from "./agenda-panel"
import { AnswersPanel } from "./answers-panel"
import { AttendancePanel } from "./attendance-panel"
import { DraftCheck } from "./draft-check"
import { FactsPanel } from "./facts-panel"
import { MeetingActions } from "./meeting-actions"
import { MeetingBacklinks } from "./meeting-backlinks"
import { MeetingNotices } from "./meeting-notices"
import { MeetingTurn } from "./meeting-turn"
import { ReportNotice } from "./report-notice"

type Props = {
  params: Promise<{ group: string; meeting: string }>
  searchParams: Promise<{ done?: string; spoken?: string }>
}

async function load(params: Props["params"]) {
  const [{ group: slug, meeting: ref }, actor] = await Promise.all([params, currentActor()])
  return answer(getMeeting(actor, slug, ref))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: meetingName(await getTranslations("meetings"), await load(params)) }
}

export default async function MeetingPage({ params, searchParams }: Props) {
  const [meeting, actor, { done, spoken }, locale, t] = await Promise.all([
    load(params),
    currentActor(),
    searchParams,
    getLocale(),
    getTranslations("meetings"),
  ])
  const list = localePath(locale, `/desk/${meeting.group.slug}/meetings`)
  const base = `${list}/${meeting.id}`
  return (
    <main id="main" className="page">
      <PageHead
        title={
          <>
            {meetingName(t, meeting)} <MeetingStateTag meeting={meeting} />
          </>
        }
        lead={meeting.title}
        actions={<MeetingActions meeting={meeting} base={base} />}
      />
      <MeetingNotices meeting={meeting} actor={actor} done={done} />
      <ReportNotice {...{ meeting, actor, base, done }} />
      <DraftCheck meeting={meeting} actor={actor} base={base} />
      <div className="meeting-parts">
        <FactsPanel meeting={meeting} base={base} />
        <div className="stack">
          <AnswersPanel meeting={meeting} actor={actor} />
          <AgendaPanel meeting={meeting} base={base} />
          <AttendancePanel meeting={meeting} base={base} />
          <CommentsPanel
            on={{ kind: "minutes", meetingId: meeting.id }}
            actor={actor}
            href={`${base}/comments`}
          />
          <RowsOfMeeting actor={actor} meeting={meeting} />
        </div>
      </div>
      <MeetingBacklinks actor={actor} meeting={meeting} page={pageIn(spoken)} />
      <MeetingTurn neighbours={meeting.neighbours} base={list} />
    </main>
  )
}
