import { useLocale } from "next-intl"
import { localePath } from "@/lib/platform/locales"
import { errorPath } from "./addresses"
import type { ReportContent } from "./model"
import { outline } from "./outline"
import { Agenda, Items } from "./render/agenda"
import { Annex, Citation, Version } from "./render/back"
import { Blocks } from "./render/block"
import { Brief } from "./render/brief"
import { Head } from "./render/head"
import { Turn } from "./render/turn"
import type { ReportSetting } from "./setting"

/**
 * A published version as a document. Everything it shows comes from the record itself, but for the
 * other versions and the neighbouring meetings (`setting`). The text keeps the language in which it
 * was written; what surrounds it is in the reader's.
 */
export function Report({ report, setting }: { report: ReportContent; setting: ReportSetting }) {
  const placed = outline(report)
  const locale = useLocale()
  const around = {
    own: locale === report.language ? undefined : locale,
    errorAt: (anchor: string) =>
      localePath(
        locale,
        errorPath(report.group.slug, report.meeting.number, report.version, anchor),
      ),
  }
  return (
    <article className="record">
      <Head report={report} setting={setting} />
      {report.withdrawal ? null : (
        <>
          <Agenda outline={placed} language={report.language} />
          <Brief outline={placed} language={report.language} />
        </>
      )}
      <div className="text" id="text" lang={report.language}>
        <Blocks placed={placed.opening} level={2} {...around} />
        <Items items={placed.items} {...around} />
        {placed.closing.length > 0 ? (
          <div className="closing">
            <Blocks placed={placed.closing} level={2} {...around} />
          </div>
        ) : null}
      </div>
      <div className="back">
        {report.withdrawal ? null : <Annex attendance={report.attendance} />}
        <Citation report={report} setting={setting} />
        <Version report={report} setting={setting} />
      </div>
      <Turn slug={report.group.slug} setting={setting} />
    </article>
  )
}
