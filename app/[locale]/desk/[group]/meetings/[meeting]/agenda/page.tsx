import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { getMeeting } from "@/lib/meetings/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { ClosedNotice } from "../closed-notice"
import { AgendaForm } from "./agenda-form"

type Props = { params: Promise<{ group: string; meeting: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("agenda.editUnnumbered") }
}

export default async function AgendaPage({ params }: Props) {
  const [{ group: slug, meeting: ref }, actor, locale, t] = await Promise.all([
    params,
    currentActor(),
    getLocale(),
    getTranslations("meetings"),
  ])
  const meeting = await answer(getMeeting(actor, slug, ref, "agenda.edit"))
  const { id, number, title, agenda, agendaRevision, minutes, may } = meeting
  const back = localePath(locale, `/desk/${slug}/meetings/${id}`)
  return (
    <main id="main" className="page">
      <PageHead
        title={number === null ? t("agenda.editUnnumbered") : t("agenda.editTitle", { number })}
        lead={title}
        actions={<ButtonLink href={back}>{t("back")}</ButtonLink>}
      />
      {may.editAgenda ? (
        <AgendaForm
          meetingId={id}
          items={agenda}
          revision={agendaRevision}
          length={minutes}
          {...{ slug, back }}
        />
      ) : (
        <ClosedNotice lack={meeting.lack} />
      )}
    </main>
  )
}
