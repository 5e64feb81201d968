import { useLocale, useTranslations } from "next-intl"
import { dayInstant, dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"
import { reportPath } from "@/lib/reports/addresses"
import type { ReportContent } from "@/lib/reports/model"
import { outline } from "@/lib/reports/outline"
import { plainWords } from "@/lib/reports/plain-words"

const shown = 6

/** What the latest published reports decided, and who undertook what: as of the day, not of today. */
export function Agreed({ records }: { records: readonly ReportContent[] }) {
  const t = useTranslations("public")
  const locale = useLocale()
  const placed = records.map((record) => ({ record, ...outline(record) }))
  const decisions = placed
    .flatMap(({ record, decisions }) => decisions.map((each) => ({ record, ...each })))
    .slice(0, shown)
  const actions = placed
    .flatMap(({ record, actions }) => actions.map((each) => ({ record, ...each })))
    .slice(0, shown)
  if (decisions.length + actions.length === 0) return null
  const address = (record: ReportContent, anchor: string | null) =>
    `${localePath(locale, reportPath(record.group.slug, record.meeting.number))}#${anchor}`
  return (
    <div>
      {decisions.length > 0 ? (
        <section aria-labelledby="decided">
          <div className="head">
            <h2 id="decided">{t("decidedLately")}</h2>
          </div>
          <ul className="opens">
            {decisions.map(({ record, block, anchor, ordinal }) => (
              <li key={ordinal}>
                <a href={address(record, anchor)} lang={record.language}>
                  {plainWords(block.content)}
                </a>
                <small>
                  {ordinal}, {dayText(new Date(record.meeting.startsAt), locale)}
                </small>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {actions.length > 0 ? (
        <section aria-labelledby="undertaken">
          <div className="head">
            <h2 id="undertaken">{t("undertaken")}</h2>
          </div>
          <ul className="opens">
            {actions.map(({ record, block, anchor, ordinal }) => (
              <li key={ordinal}>
                <a href={address(record, anchor)} lang={record.language}>
                  {plainWords(block.content)}
                </a>
                <small>
                  {[ordinal, ...block.attrs.owners].join(", ")}
                  {block.attrs.due
                    ? `, ${t("dueBy", { day: dayText(dayInstant(block.attrs.due), locale) })}`
                    : ""}
                </small>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
