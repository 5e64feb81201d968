import { useLocale, useTranslations } from "next-intl"
import { ConsultationStatusTag } from "@/app/[locale]/desk/[group]/consultations/status-tag"
import type { AskedLine } from "@/lib/editions/ask-queries"
import { dayText } from "@/lib/platform/dates"

/** The documents that were made of editions of a mapping, with the consultations on them. */
export function AskedList({
  lines,
  desk,
}: {
  lines: readonly AskedLine[]
  /** The address of the group's desk. */
  desk: string
}) {
  const t = useTranslations("mapping.editions.ask")
  const locale = useLocale()
  if (lines.length === 0) return null
  return (
    <section className="panel" aria-labelledby="asked">
      <h2 id="asked">{t("asked")}</h2>
      <ul className="plain-list">
        {lines.map(({ id, slug, title, edition, consultation }) => (
          <li key={`${id} ${consultation?.slug ?? ""}`}>
            {consultation ? (
              <>
                <a href={`${desk}/consultations/${consultation.slug}`} dir="auto">
                  {consultation.title}
                </a>{" "}
                <ConsultationStatusTag status={consultation.status} />{" "}
                <small className="muted">
                  {t("until", { day: dayText(consultation.closesAt, locale), edition })}
                </small>
              </>
            ) : (
              <>
                <a href={`${desk}/documents/${slug}`} dir="auto">
                  {title}
                </a>{" "}
                <small className="muted">{t("notYet", { edition })}</small>{" "}
                <a href={`${desk}/consultations/new?text=document:${id}`}>
                  {t("plan")} <span className="vh">{title}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
