import { useLocale, useTranslations } from "next-intl"
import { Notice } from "@/app/ui/notice"
import type { ConsultationOfRow } from "@/lib/consultations/of-row"
import { headingAnchor } from "@/lib/documents/render"
import { dayText } from "@/lib/platform/dates"

/** That a row is open for comments, and the ways to where it stands; nothing where it is not. */
export function RowAsked({
  asked,
  desk,
}: {
  asked: readonly ConsultationOfRow[]
  /** The address of the group's desk. */
  desk: string
}) {
  const t = useTranslations("mapping.desk.row")
  const locale = useLocale()
  return asked.map(({ slug, title, closesAt, edition, place }) => (
    <Notice key={slug} title={t("isAsked", { edition, day: dayText(closesAt, locale) })}>
      <a href={`${desk}/consultations/${slug}#${headingAnchor(place)}`} dir="auto">
        {title}
      </a>
    </Notice>
  ))
}
