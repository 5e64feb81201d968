import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import type { TextRef } from "@/lib/comments/model"
import { listThreads, minutesPlaces } from "@/lib/comments/queries"
import { getMeeting } from "@/lib/meetings/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { Pager } from "../../../comments/pager"
import { namedPlaces } from "../../../comments/places"
import { queryOf } from "../../../comments/query-of"
import { StateFilter } from "../../../comments/state-filter"
import { Threads } from "../../../comments/threads"
import { states, threadsWanted } from "../../../comments/threads-query"
import { meetingName } from "../../meeting-name"

type Props = {
  params: Promise<{ group: string; meeting: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load(params: Props["params"]) {
  const [{ group, meeting }, actor] = await Promise.all([params, currentActor()])
  return { meeting: await answer(getMeeting(actor, group, meeting)), actor }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { meeting } = await load(params)
  const [t, name] = await Promise.all([getTranslations("comments"), getTranslations("meetings")])
  return { title: t("ofText", { title: meetingName(name, meeting) }) }
}

export default async function MeetingCommentsPage({ params, searchParams }: Props) {
  const [{ meeting, actor }, asked, locale] = await Promise.all([
    load(params),
    searchParams,
    getLocale(),
  ])
  const [t, name] = await Promise.all([getTranslations("comments"), getTranslations("meetings")])
  const on: TextRef = { kind: "minutes", meetingId: meeting.id }
  const known = namedPlaces(t, await answer(minutesPlaces(actor, meeting.id)))
  const wanted = threadsWanted(asked)
  const view = await answer(listThreads(actor, on, locale, wanted))
  const state = wanted.state ?? "all"
  const desk = localePath(locale, `/desk/${meeting.group.slug}`)
  const about = typeof asked.about === "string" ? asked.about : "text"
  return (
    <main id="main" className="page">
      <PageHead
        title={t("ofText", { title: meetingName(name, meeting) })}
        lead={meeting.title}
        actions={
          <ButtonLink href={`${desk}/meetings/${meeting.id}/minutes`}>{t("toText")}</ButtonLink>
        }
      />
      <StateFilter states={states} shown={state} hrefOf={(to) => `?${queryOf({ state: to })}`} />
      <Threads
        key={`${state} ${view.page}`}
        initial={view}
        on={on}
        base={`${desk}/comments`}
        query={queryOf({ state, page: view.page })}
        places={known}
        at={about}
      />
      <Pager {...view} hrefOf={(page) => `?${queryOf({ state, page })}`} />
    </main>
  )
}
