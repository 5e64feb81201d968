import { useLocale, useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import type { PublicConsultationLine } from "@/lib/consultations/public-queries"
import { localePath } from "@/lib/platform/locales"

/** Consultations of a group, one under the other, with their state and their end. */
export function ConsultationLines({
  slug,
  lines,
}: {
  slug: string
  lines: readonly PublicConsultationLine[]
}) {
  const t = useTranslations("consultations")
  const locale = useLocale()
  return (
    <ul className="sums plain">
      {lines.map((line) => (
        <li key={line.slug}>
          <div>
            <h3>
              <a href={localePath(locale, `/${slug}/consultations/${line.slug}`)}>{line.title}</a>
            </h3>
            <p className="meta">
              <span>{t(`status.${line.status}`)}</span>
              <span>
                {t("facts.closes")}: <DateTime at={line.closesAt} />
              </span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
