import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { getMeeting } from "@/lib/meetings/queries"
import { listRoll } from "@/lib/meetings/roll"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { ClosedNotice } from "../closed-notice"
import { AttendanceForm } from "./attendance-form"

type Props = { params: Promise<{ group: string; meeting: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("attendance.editUnnumbered") }
}

export default async function AttendancePage({ params }: Props) {
  const [{ group: slug, meeting: ref }, actor, locale, t] = await Promise.all([
    params,
    currentActor(),
    getLocale(),
    getTranslations("meetings"),
  ])
  const meeting = await answer(getMeeting(actor, slug, ref, "attendance.record"))
  const roll = await answer(listRoll(actor, meeting))
  const { id, number, title, attendanceRevision, may } = meeting
  const back = localePath(locale, `/desk/${slug}/meetings/${id}`)
  return (
    <main id="main" className="page">
      <PageHead
        title={
          number === null ? t("attendance.editUnnumbered") : t("attendance.editTitle", { number })
        }
        lead={title}
        actions={<ButtonLink href={back}>{t("back")}</ButtonLink>}
      />
      {may.recordAttendance ? (
        <AttendanceForm
          meetingId={id}
          revision={attendanceRevision}
          mayAdd={may.addPerson}
          {...{ slug, roll, back }}
        />
      ) : (
        <ClosedNotice lack={meeting.lack} />
      )}
    </main>
  )
}
