import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { getMeeting } from "@/lib/meetings/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { meetingName } from "../meeting-name"
import { MeetingStateTag } from "../meeting-state"
import { AgendaPanel } from "./agenda-panel"
import { AttendancePanel } from "./attendance-panel"
import { FactsPanel } from "./facts-panel"
import { MeetingNotices } from "./meeting-notices"
import { MeetingTurn } from "./meeting-turn"

type Props = {
  params: Promise<{ group: string; meeting: string }>
  searchParams: Promise<{ done?: string }>
}

async function load(params: Props["params"]) {
  const [{ group: slug, meeting: id }, actor] = await Promise.all([params, currentActor()])
  return answer(getMeeting(actor, slug, id))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: meetingName(await getTranslations("meetings"), await load(params)) }
}

export default async function MeetingPage({ params, searchParams }: Props) {
  const [meeting, { done }, locale, t] = await Promise.all([
    load(params),
    searchParams,
    getLocale(),
    getTranslations("meetings"),
  ])
  const { group, may, number, version } = meeting
  const list = localePath(locale, `/desk/${group.slug}/meetings`)
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
        actions={
          <>
            {may.cancel ? (
              <ButtonLink href={`${base}/cancel`} kind="quiet">
                {t("cancel")}
              </ButtonLink>
            ) : null}
            {version && number !== null ? (
              <ButtonLink href={localePath(locale, `/${group.slug}/meetings/${number}`)}>
                {t("publicPage")}
              </ButtonLink>
            ) : null}
            {may.publish && !version ? (
              <ButtonLink href={`${base}/publish`}>{t("publish")}</ButtonLink>
            ) : null}
            {meeting.cancelledAt ? null : (
              <ButtonLink href={`${base}/minutes`} kind="primary">
                {t("minutes")}
              </ButtonLink>
            )}
          </>
        }
      />
      <MeetingNotices meeting={meeting} done={done} />
      <div className="meeting-parts">
        <FactsPanel meeting={meeting} base={base} />
        <div className="stack">
          <AgendaPanel meeting={meeting} base={base} />
          <AttendancePanel meeting={meeting} base={base} />
        </div>
      </div>
      <MeetingTurn neighbours={meeting.neighbours} base={list} />
    </main>
  )
}
