import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { getMeeting } from "@/lib/meetings/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { TextComments } from "../../../comments/text-comments"
import { meetingName } from "../../meeting-name"

type Props = {
  params: Promise<{ group: string; meeting: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load(params: Props["params"]) {
  const [{ group, meeting: ref }, actor, t, name] = await Promise.all([
    params,
    currentActor(),
    getTranslations("comments"),
    getTranslations("meetings"),
  ])
  const meeting = await answer(getMeeting(actor, group, ref))
  return { meeting, actor, t, title: t("ofText", { title: meetingName(name, meeting) }) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(params)).title }
}

export default async function MeetingCommentsPage({ params, searchParams }: Props) {
  const [{ meeting, actor, t, title }, asked, locale] = await Promise.all([
    load(params),
    searchParams,
    getLocale(),
  ])
  const desk = localePath(locale, `/desk/${meeting.group.slug}`)
  const minutes = `${desk}/meetings/${meeting.id}/minutes`
  const on = { kind: "minutes", meetingId: meeting.id } as const
  return (
    <main id="main" className="page">
      <PageHead
        title={title}
        lead={meeting.title}
        actions={<ButtonLink href={minutes}>{t("toText")}</ButtonLink>}
      />
      <TextComments on={on} actor={actor} base={`${desk}/comments`} asked={asked} />
    </main>
  )
}
