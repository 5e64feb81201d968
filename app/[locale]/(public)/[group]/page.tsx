import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { findPublicGroup } from "@/lib/groups/public-queries"
import { nextChange } from "@/lib/meetings/announced"
import { findAnnouncedMeeting, listAnnouncedMeetings } from "@/lib/meetings/public-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { listLatestRecords, listPublishedReports } from "@/lib/reports/public-queries"
import { documentLocale } from "../address"
import { Frame } from "../frame"
import { Summaries } from "../meeting-lines"
import { NextCall } from "../next-call"
import { pageMetadata } from "../page-metadata"
import { Agreed } from "./agreed"
import { GroupLead } from "./group-lead"

type Props = { params: Promise<{ locale: string; group: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { group: slug }] = [await documentLocale(params), await params]
  const [group, calls] = await Promise.all([findPublicGroup(slug), listAnnouncedMeetings(slug)])
  if (!group) notFound()
  return pageMetadata({
    locale,
    path: `/${slug}`,
    title: `${group.shortName}: ${group.name}`,
    description: group.purpose || group.name,
    until: nextChange(calls),
  })
}

export default async function GroupPage({ params }: Props) {
  const [locale, { group: slug }] = [await documentLocale(params), await params]
  const group = await findPublicGroup(slug)
  if (!group) notFound()
  const t = await getTranslations("public")
  const [lines, records, calls] = await Promise.all([
    listPublishedReports(slug),
    listLatestRecords(slug, 6),
    listAnnouncedMeetings(slug),
  ])
  const next = calls.findLast((call) => call.state === "planned")
  const call = next ? await findAnnouncedMeeting(slug, next.number) : null
  return (
    <Frame path={`/${slug}`} group={group}>
      <main className="frame home" id="main">
        <GroupLead group={group} />
        {call ? <NextCall slug={slug} call={call} /> : null}
        <div className="cols">
          <section aria-labelledby="summaries">
            <div className="head">
              <h2 id="summaries">{t("summaries")}</h2>
              <a href={localePath(locale, `/${slug}/meetings`)}>{t("allMeetings")}</a>
            </div>
            {lines.length > 0 ? (
              <Summaries lines={lines.slice(0, 5)} />
            ) : (
              <p className="none-yet">{t("noSummaries")}</p>
            )}
          </section>
          <Agreed records={records} />
        </div>
      </main>
    </Frame>
  )
}
