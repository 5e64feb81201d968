import { useLocale, useTranslations } from "next-intl"
import { dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"
import { changesPath, reportPath } from "../addresses"
import type { ReportContent, ReportPerson } from "../model"
import { outline, placesOf } from "../outline"
import type { ReportSetting, VersionLine } from "../setting"

type Given = { report: ReportContent; setting: ReportSetting }

/** So many corrected paragraphs are named one by one. */
const mostPlaces = 12

/**
 * What became of this version, in a quiet manner: that a newer one stands, what was corrected or
 * withdrawn, and why, also where the report was published again since. An old version tells of itself
 * and of what came after it, the newest of all. Nothing for a first version that is the newest.
 */
export function VersionNotice({ report, setting }: Given) {
  const t = useTranslations("report")
  const locale = useLocale()
  const newest = setting.versions[0]
  if (!newest) return null
  const since = setting.versions.filter(
    ({ version, correction, withdrawal }) =>
      (correction || withdrawal) &&
      (newest.version === report.version || version >= report.version),
  )
  const isOld = newest.version > report.version
  if (!isOld && since.length === 0) return null
  const { slug } = report.group
  const { number } = report.meeting
  return (
    <aside className="corrected" aria-label={t("corrected.label")}>
      {isOld ? (
        <>
          <h2>{t("superseded.title", { version: report.version })}</h2>
          <p>
            {t.rich("superseded.text", {
              version: newest.version,
              date: dayText(newest.publishedAt, locale),
              link: (chunks) => <a href={localePath(locale, reportPath(slug, number))}>{chunks}</a>,
            })}
          </p>
        </>
      ) : null}
      {since.map((line) =>
        line.withdrawal ? (
          <Withdrawn key={line.version} line={line} newest={newest} report={report} />
        ) : (
          <Corrected key={line.version} line={line} report={report} />
        ),
      )}
    </aside>
  )
}

function Withdrawn({
  line: { version, publishedAt, withdrawal },
  newest,
  report,
}: {
  line: VersionLine
  newest: VersionLine
  report: ReportContent
}) {
  const t = useTranslations("report")
  const day = dayText(publishedAt, useLocale())
  if (!withdrawal) return null
  return (
    <div className="correction">
      <h2>{t(version === newest.version ? "withdrawn.title" : "withdrawn.before", { day })}</h2>
      <p dir="auto">{withdrawal.reason}</p>
      <p>
        <By person={withdrawal.by} />{" "}
        {newest.version === version && version === report.version ? t("withdrawn.versions") : null}
      </p>
    </div>
  )
}

function Corrected({ line, report }: { line: VersionLine; report: ReportContent }) {
  const t = useTranslations("report")
  const locale = useLocale()
  const { version, publishedAt, correction } = line
  if (!correction) return null
  const { slug } = report.group
  return (
    <div className="correction">
      <h2>{t("corrected.title", { day: dayText(publishedAt, locale) })}</h2>
      <p dir="auto">{correction.reason}</p>
      <p>
        <By person={correction.by} />{" "}
        {version === report.version ? <Touched report={report} /> : null}{" "}
        <a href={localePath(locale, changesPath(slug, report.meeting.number, version))}>
          {t("corrected.changes", { version, corrects: correction.corrects })}
        </a>
      </p>
    </div>
  )
}

/** Who answers for a version that corrects or withdraws. */
export function By({ person }: { person: ReportPerson }) {
  const t = useTranslations("report")
  const { name, capacity } = person
  return t.rich("corrected.by", {
    name,
    capacity: capacity || "none",
    person: (chunks) => <bdi>{chunks}</bdi>,
  })
}

/** The paragraphs that the version touches, as links. */
function Touched({ report }: { report: ReportContent }) {
  const t = useTranslations("report")
  const places = placesOf(outline(report))
  const touches = report.correction?.touches ?? []
  const found = new Map(
    touches.flatMap((place) => {
      const placed = places.get(place)
      return placed?.anchor ? [[placed.anchor, placed.mark] as const] : []
    }),
  )
  const shown = [...found].slice(0, mostPlaces)
  const beside = touches.includes("") ? t("corrected.beside") : ""
  if (shown.length === 0) return beside
  return (
    <>
      {t("corrected.touches", { count: found.size })}{" "}
      {shown.map(([anchor, mark], index) => (
        <span key={anchor}>
          {index > 0 ? ", " : ""}
          <a href={`#${anchor}`}>{mark}</a>
        </span>
      ))}
      {found.size > shown.length ? ` … (${found.size})` : ""}
      {`. ${beside}`}
    </>
  )
}
