import type { Metadata } from "next"
import { notFound, permanentRedirect } from "next/navigation"
import { findPublicGroup } from "@/lib/groups/public-queries"
import { findAnnouncedMeeting, findRenumbered } from "@/lib/meetings/public-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { reportPath } from "@/lib/reports/addresses"
import { findPublishedReport } from "@/lib/reports/public-queries"
import { documentLocale, numberFrom } from "../../../address"
import { pageMetadata } from "../../../page-metadata"
import { CallPage } from "./call-page"
import { ReportPage, reportMetadata } from "./report-page"

type Props = { params: Promise<{ locale: string; group: string; number: string }> }

async function find({ params }: Props) {
  const locale = await documentLocale(params)
  const { group: slug, number: text } = await params
  const number = numberFrom(text) ?? notFound()
  const published = await findPublishedReport(slug, number)
  if (published) return { locale, published, call: null }
  const [group, call] = await Promise.all([
    findPublicGroup(slug),
    findAnnouncedMeeting(slug, number),
  ])
  if (group && call) return { locale, published: null, call: { group, meeting: call } }
  const renumbered = await findRenumbered(slug, number)
  if (renumbered) permanentRedirect(localePath(locale, reportPath(slug, renumbered)))
  notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, published, call } = await find(props)
  if (published) return reportMetadata(locale, published)
  const t = await getTranslations("public")
  const { group, meeting } = call
  return pageMetadata({
    locale,
    path: reportPath(group.slug, meeting.number),
    title: `${t("meeting", { number: meeting.number })} · ${group.shortName}`,
    description: t("announced", { number: meeting.number, group: group.name }),
    until: meeting.state === "planned" ? meeting.endsAt : null,
  })
}

export default async function MeetingPage(props: Props) {
  const { locale, published, call } = await find(props)
  if (published) return <ReportPage locale={locale} published={published} />
  return <CallPage group={call.group} call={call.meeting} />
}
