import { DateTime } from "@/app/ui/date-time"
import { getTranslations } from "@/lib/platform/i18n"
import type { ReportContent } from "@/lib/reports/model"
import { outline } from "@/lib/reports/outline"

/** What the public will see, in figures: enough to notice that something is missing. */
export async function PublishPreview({ report }: { report: ReportContent }) {
  const t = await getTranslations("publish.preview")
  const { decisions, actions, items } = outline(report)
  const present =
    report.attendance.list === "annexed"
      ? report.attendance.present.length
      : report.attendance.counts.present
  const rows = [
    { label: t("number"), value: report.meeting.number },
    { label: t("start"), value: <DateTime at={new Date(report.meeting.startsAt)} /> },
    { label: t("agenda"), value: t("items", { count: items.length }) },
    { label: t("decisions"), value: decisions.length },
    { label: t("actions"), value: actions.length },
    {
      label: t("present"),
      value:
        report.attendance.list === "annexed"
          ? t("listed", { count: present })
          : t("counted", { count: present }),
    },
  ]
  return (
    <section className="panel pad" aria-labelledby="preview">
      <h2 id="preview">{t("title")}</h2>
      <dl className="read">
        {rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
