import type { Metadata } from "next"
import { listRowsDiscussedAt } from "@/lib/editions/public-queries"
import { listReportBacklinks } from "@/lib/links/public-queries"
import { dayText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { picturePath } from "@/lib/report-files/formats"
import { reportPath } from "@/lib/reports/addresses"
import { outline } from "@/lib/reports/outline"
import { plainWords } from "@/lib/reports/plain-words"
import type { PublishedReport } from "@/lib/reports/public-queries"
import { Report } from "@/lib/reports/render"
import { Frame } from "../../../frame"
import { pageMetadata } from "../../../page-metadata"
import { Speaking } from "../../speaking"
import { RowsDiscussed } from "./rows-discussed"
import { RunningHead } from "./running-head"
import { structuredReport } from "./structured-report"

/** The page of a report; `version` where the address names one. */
export async function ReportPage({
  locale,
  published: { report, setting },
  version,
}: {
  locale: string
  published: PublishedReport
  version?: number
}) {
  const t = await getTranslations("public")
  const { group, meeting } = report
  const decisions = new Map(
    outline(report).decisions.flatMap(({ block, anchor, ordinal }) =>
      anchor && ordinal ? [[block.attrs.id, { anchor, ordinal }] as const] : [],
    ),
  )
  const [backlinks, discussed] = await Promise.all([
    listReportBacklinks(group.slug, meeting.number, [...decisions.keys()]),
    listRowsDiscussedAt(group.slug, meeting.number),
  ])
  return (
    <Frame
      path={reportPath(group.slug, meeting.number, version)}
      group={group}
      current="meetings"
      skipTo="text"
    >
      <main className="frame">
        <Report report={report} setting={setting}>
          <RowsDiscussed rows={discussed} group={group.slug} />
          <Speaking backlinks={backlinks} group={group.slug} decisions={decisions} />
        </Report>
      </main>
      <RunningHead
        text={t("running", {
          group: group.shortName,
          number: meeting.number,
          version: report.version,
        })}
      />
      <script type="application/ld+json">
        {JSON.stringify(structuredReport(report, setting.origin, locale))}
      </script>
    </Frame>
  )
}

/** Older versions name the newest as the one to find; a version's own address stays for citing. */
export async function reportMetadata(
  locale: string,
  { report, setting }: PublishedReport,
  version?: number,
): Promise<Metadata> {
  const t = await getTranslations("public")
  const { group, meeting } = report
  const day = dayText(new Date(meeting.startsAt), locale)
  const { decisions } = outline(report)
  const decided = decisions.map((placed) => plainWords(placed.block.content)).join(" ")
  const agenda = report.agenda.map((item) => item.title).join("; ")
  return pageMetadata({
    locale,
    path: reportPath(group.slug, meeting.number, version),
    canonical: reportPath(group.slug, meeting.number),
    title: t("reportTitle", { number: meeting.number, day, group: group.shortName }),
    description: shortened(decided || agenda || group.name),
    type: "article",
    until: setting.until,
    picture: {
      path: picturePath(group.slug, meeting.number, report.version),
      words: t("running", {
        group: group.shortName,
        number: meeting.number,
        version: report.version,
      }),
    },
  })
}

function shortened(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 199).replace(/\s+\S*$/, "")}…`
}
