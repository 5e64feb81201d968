import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { factFields } from "@/lib/meetings/form-fields"
import { getMeetingFormLists } from "@/lib/meetings/form-queries"
import { getMeeting } from "@/lib/meetings/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { MeetingForm } from "../../meeting-form"
import { ClosedNotice } from "../closed-notice"

type Props = { params: Promise<{ group: string; meeting: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("editUnnumbered") }
}

export default async function EditMeetingPage({ params }: Props) {
  const [{ group: slug, meeting: ref }, actor, locale, t] = await Promise.all([
    params,
    currentActor(),
    getLocale(),
    getTranslations("meetings"),
  ])
  const meeting = await answer(getMeeting(actor, slug, ref, "meeting.edit"))
  const lists = await answer(getMeetingFormLists(actor, meeting.groupId, meeting))
  const { id, number, title, version, revision } = meeting
  const back = localePath(locale, `/desk/${slug}/meetings/${id}`)
  return (
    <main id="main" className="page">
      <PageHead
        title={number === null ? t("editUnnumbered") : t("editTitle", { number })}
        lead={title}
        actions={<ButtonLink href={back}>{t("back")}</ButtonLink>}
      />
      {meeting.may.edit ? (
        <MeetingForm
          given={{
            of: { meetingId: id, revision },
            values: factFields(meeting, meeting.offices),
            publishedAs: version ? number : null,
            ...{ slug, back, ...lists },
          }}
        />
      ) : (
        <ClosedNotice lack={meeting.lack} />
      )}
    </main>
  )
}
