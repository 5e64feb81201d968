import type { Metadata } from "next"
import { PageHead } from "@/app/ui/page-head"
import { getDeskGroup } from "@/lib/groups/queries"
import { factFields } from "@/lib/meetings/form-fields"
import { getMeetingFormLists } from "@/lib/meetings/form-queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { MeetingForm } from "../meeting-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("newTitle") }
}

export default async function NewMeetingPage({ params }: { params: Promise<{ group: string }> }) {
  const [{ group: slug }, actor, locale, t] = await Promise.all([
    params,
    currentActor(),
    getLocale(),
    getTranslations("meetings"),
  ])
  const group = await answer(getDeskGroup(actor, slug))
  const { nextNumber, members, zones } = await answer(getMeetingFormLists(actor, group.id))
  const values = factFields(
    {
      number: nextNumber,
      title: "",
      startsAt: null,
      zone: "UTC",
      minutes: 90,
      place: "online",
      joinLink: null,
      participantList: "annexed",
      noteTakerId: null,
      nextMeetingText: "",
    },
    [],
  )
  return (
    <main id="main" className="page">
      <PageHead title={t("newTitle")} lead={t("newLead")} />
      <MeetingForm
        given={{
          of: { groupId: group.id },
          back: localePath(locale, `/desk/${slug}/meetings`),
          publishedAs: null,
          ...{ slug, values, zones, members, nextNumber },
        }}
      />
    </main>
  )
}
