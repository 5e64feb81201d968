import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { dayText, machineTime, momentText } from "@/lib/platform/dates"
import type { ReportContent, ReportPerson } from "../model"
import type { ReportSetting } from "../setting"
import { sequence } from "./sequence"
import { VersionNotice } from "./version-notice"

/** Title and facts: which meeting, when, who held it, which version this is. */
export function Head({ report, setting }: { report: ReportContent; setting: ReportSetting }) {
  const t = useTranslations("report")
  const locale = useLocale()
  const { meeting, group, language } = report
  const start = new Date(meeting.startsAt)
  return (
    <header className="title">
      <p className="eyebrow">{t("eyebrow")}</p>
      <h1>{t("meeting", { number: meeting.number })}</h1>
      {meeting.title ? (
        <p className="named" lang={language}>
          {meeting.title}
        </p>
      ) : null}
      <p className="of">{group.name}</p>
      <p className="on">
        <time dateTime={machineTime(start)} data-local={t("yourTime")}>
          {momentText(start, locale)}
        </time>
      </p>
      {report.withdrawal ? null : <Facts report={report} />}
      <VersionNotice report={report} setting={setting} />
    </header>
  )
}

function Facts({ report }: { report: ReportContent }) {
  const t = useTranslations("report")
  const locale = useLocale()
  const { meeting, noteTaker, provenance, version } = report
  const published = new Date(report.publishedAt)
  const printed = meeting.printed.filter((number) => number !== String(meeting.number))
  const held = sameNames(report.hosts, report.moderators)
  return (
    <dl className="facts">
      <People label={t("chairs", { count: report.chairs.length })} people={report.chairs} />
      {held ? (
        <People label={t("hostsAndModerators")} people={report.hosts} />
      ) : (
        <>
          <People label={t("hosts")} people={report.hosts} />
          <People label={t("moderators")} people={report.moderators} />
        </>
      )}
      <People label={t("notes")} people={noteTaker ? [noteTaker] : []} />
      <Fact label={t("present")}>
        <a href="#annex">{t("participants", { count: presentCount(report) })}</a>
      </Fact>
      {meeting.place ? (
        <Fact label={t("place")}>{meeting.place === "online" ? t("online") : meeting.place}</Fact>
      ) : null}
      {printed.length > 0 ? <Fact label={t("printed")}>{printed.join(", ")}</Fact> : null}
      {report.nextMeeting ? (
        <Fact label={t("nextMeeting")}>
          <span lang={report.language}>{report.nextMeeting}</span>
        </Fact>
      ) : null}
      <Fact label={t("version.label")}>
        {t("version.published", { version })}{" "}
        <time dateTime={report.publishedAt.slice(0, 10)}>{dayText(published, locale)}</time>
        {provenance === "archive" ? <>, {t("fromArchive")}</> : null}
      </Fact>
    </dl>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function People({ label, people }: { label: string; people: readonly ReportPerson[] }) {
  if (people.length === 0) return null
  return (
    <Fact label={label}>
      {sequence(people, (person) => (
        <span className="one">
          <bdi>{person.name}</bdi>
          {person.capacity ? <>, {person.capacity}</> : null}
        </span>
      ))}
    </Fact>
  )
}

function sameNames(one: readonly ReportPerson[], other: readonly ReportPerson[]): boolean {
  return one.length > 0 && one.map((p) => p.name).join("\n") === other.map((p) => p.name).join("\n")
}

/** How many were present, from the list or, where that is given on request, from its counts. */
export function presentCount({ attendance }: ReportContent): number {
  return attendance.list === "annexed" ? attendance.present.length : attendance.counts.present
}
