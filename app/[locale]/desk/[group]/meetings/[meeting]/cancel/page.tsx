import type { Metadata } from "next"
import { Notice } from "@/app/ui/notice"
import { getMeeting } from "@/lib/meetings/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { CancelForm } from "./cancel-form"

type Props = { params: Promise<{ group: string; meeting: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("cancel") }
}

export default async function CancelMeetingPage({ params }: Props) {
  const [{ group: slug, meeting: ref }, actor, locale, t] = await Promise.all([
    params,
    currentActor(),
    getLocale(),
    getTranslations("meetings"),
  ])
  const { id, number, revision, may, version } = await answer(
    getMeeting(actor, slug, ref, "meeting.cancel"),
  )
  const back = localePath(locale, `/desk/${slug}/meetings/${id}`)
  return (
    <main id="main" className="page narrow">
      <h1>
        {number === null ? t("cancelPage.titleUnnumbered") : t("cancelPage.title", { number })}
      </h1>
      {may.cancel ? (
        <CancelForm meetingId={id} {...{ slug, number, revision, back }} />
      ) : (
        <Notice kind="warn">
          <p>
            {t(version ? "tookPlace" : "notOpen")} <a href={back}>{t("back")}</a>
          </p>
        </Notice>
      )}
    </main>
  )
}
