import { useLocale, useTranslations } from "next-intl"
import { dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"
import { readableHash } from "@/lib/record/model"
import { LedgerLine } from "@/lib/record/render"
import { contentTypes, filePath, formats } from "@/lib/report-files/formats"
import { errorPath, reportPath } from "../addresses"
import type { ReportAttendance, ReportContent, ReportPerson } from "../model"
import type { ReportSetting } from "../setting"
import { sequence } from "./sequence"

/** Participants in the order of the record, with the capacity of the day; or how many, where the list is given on request. */
export function Annex({ attendance }: { attendance: ReportAttendance }) {
  const t = useTranslations("report.annex")
  if (attendance.list === "on-request") {
    return (
      <section id="annex" aria-labelledby="annex-title">
        <h2 id="annex-title">
          {t("title")} <small>{t("counts", attendance.counts)}</small>
        </h2>
        <p className="small muted">{t("onRequest")}</p>
      </section>
    )
  }
  return (
    <section id="annex" aria-labelledby="annex-title">
      <h2 id="annex-title">
        {t("title")} <small>{t("present", { count: attendance.present.length })}</small>
      </h2>
      {attendance.present.length > 0 ? (
        <ol className="people">
          {sequence(attendance.present, (person) => (
            <li>
              <bdi>{person.name}</bdi>
              {person.capacity ? <small>{person.capacity}</small> : null}
            </li>
          ))}
        </ol>
      ) : null}
      <Others label={t("regrets")} people={attendance.regrets} />
      <Others label={t("written")} people={attendance.written} />
    </section>
  )
}

function Others({ label, people }: { label: string; people: readonly ReportPerson[] }) {
  if (people.length === 0) return null
  return (
    <p className="others">
      {label}{" "}
      {sequence(people, ({ name, capacity }, at) => (
        <>
          {at > 0 ? ", " : ""}
          <bdi>{name}</bdi>
          {capacity ? (
            <>
              {" "}
              (<bdi>{capacity}</bdi>)
            </>
          ) : null}
        </>
      ))}
      .
    </p>
  )
}

/** How this version is cited, with an address that will always show this version. */
export function Citation({ report, setting }: { report: ReportContent; setting: ReportSetting }) {
  const t = useTranslations("report")
  const locale = useLocale()
  const { group, meeting, version } = report
  const address = setting.origin + reportPath(group.slug, meeting.number, version)
  return (
    <section className="cite" id="cite" aria-labelledby="cite-title">
      <h2 id="cite-title">{t("cite.title")}</h2>
      <p>
        {t.rich("cite.form", {
          group: group.name,
          number: meeting.number,
          day: dayText(new Date(meeting.startsAt), locale),
          version,
          published: dayText(new Date(report.publishedAt), locale),
          work: (chunks) => <cite>{chunks}</cite>,
        })}
      </p>
      <p className="addr mono">{address}</p>
      <p className="small muted noprint">
        {t("cite.hint")}{" "}
        <a href={localePath(locale, errorPath(group.slug, meeting.number, version))} rel="nofollow">
          {t("error.whole")}
        </a>
      </p>
    </section>
  )
}

/** All versions and the fingerprint of this one. */
export function Version({ report, setting }: { report: ReportContent; setting: ReportSetting }) {
  const t = useTranslations("report")
  const locale = useLocale()
  const { group, meeting } = report
  return (
    <section className="foot" id="record" aria-labelledby="record-title">
      <h2 id="record-title">{t("version.title")}</h2>
      <dl>
        <div>
          <dt>{t("version.all")}</dt>
          <dd>
            {setting.versions.map(({ version, publishedAt, withdrawal }) => {
              const kind = withdrawal ? "withdrawal" : "none"
              const said = { version, day: dayText(publishedAt, locale), kind }
              return (
                <span className="one" key={version}>
                  {version === report.version ? (
                    t("version.this", said)
                  ) : (
                    <a href={localePath(locale, reportPath(group.slug, meeting.number, version))}>
                      {t("version.other", said)}
                    </a>
                  )}
                </span>
              )
            })}
          </dd>
        </div>
        <Files report={report} />
        <div>
          <dt>SHA-256</dt>
          <dd className="mono">{readableHash(setting.sha256)}</dd>
        </div>
        <LedgerLine slug={group.slug} entry={setting.entry} />
      </dl>
    </section>
  )
}

/** This version as files, for print, for Word, for programs. */
function Files({ report: { group, meeting, version } }: { report: ReportContent }) {
  const t = useTranslations("files")
  const locale = useLocale()
  return (
    <div className="noprint">
      <dt>{t("title")}</dt>
      <dd>
        {sequence(formats, (format) => (
          <a
            className="file"
            href={localePath(locale, filePath(group.slug, meeting.number, format, version))}
            type={contentTypes[format]}
          >
            {t(`format.${format}`)}
          </a>
        ))}
      </dd>
    </div>
  )
}
