import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { findPublicGroup } from "@/lib/groups/public-queries"
import { nextChange } from "@/lib/meetings/announced"
import { listAnnouncedMeetings } from "@/lib/meetings/public-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { listPublishedReports } from "@/lib/reports/public-queries"
import { documentLocale } from "../../address"
import { Frame } from "../../frame"
import { Calls, Summaries } from "../../meeting-lines"
import { pageMetadata } from "../../page-metadata"
import { Part } from "./part"

type Props = { params: Promise<{ locale: string; group: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { group: slug }] = [await documentLocale(params), await params]
  const [group, calls, t] = await Promise.all([
    findPublicGroup(slug),
    listAnnouncedMeetings(slug),
    getTranslations("public"),
  ])
  if (!group) notFound()
  return pageMetadata({
    locale,
    path: `/${slug}/meetings`,
    title: `${t("meetings")} · ${group.shortName}`,
    description: t("meetingsOf", { group: group.name }),
    until: nextChange(calls),
  })
}

export default async function MeetingsPage({ params }: Props) {
  const [, { group: slug }] = [await documentLocale(params), await params]
  const [group, calls, lines, t] = await Promise.all([
    findPublicGroup(slug),
    listAnnouncedMeetings(slug),
    listPublishedReports(slug),
    getTranslations("public"),
  ])
  if (!group) notFound()
  const ahead = calls.filter((call) => call.state !== "held").reverse()
  const waiting = calls.filter((call) => call.state === "held")
  const years = [...new Set(lines.map((line) => line.startsAt.getUTCFullYear()))]
  return (
    <Frame path={`/${slug}/meetings`} group={group} current="meetings">
      <main className="frame home" id="main">
        <div className="lead">
          <div>
            <h1>{t("meetings")}</h1>
            <p className="what">{group.name}</p>
          </div>
        </div>
        {ahead.length > 0 ? (
          <Part id="upcoming" title={t("upcoming")}>
            <Calls slug={slug} calls={ahead} />
          </Part>
        ) : null}
        {waiting.length > 0 ? (
          <Part id="waiting" title={t("waiting")}>
            <Calls slug={slug} calls={waiting} />
          </Part>
        ) : null}
        {years.map((year) => (
          <Part key={year} id={`y${year}`} title={String(year)}>
            <Summaries lines={lines.filter((line) => line.startsAt.getUTCFullYear() === year)} />
          </Part>
        ))}
        {lines.length + calls.length === 0 ? <p className="none-yet">{t("noMeetings")}</p> : null}
      </main>
    </Frame>
  )
}
