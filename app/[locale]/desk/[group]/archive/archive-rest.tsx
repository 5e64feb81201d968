import { useTranslations } from "next-intl"
import { ARCHIVE_AT_ONCE } from "@/lib/archive/input"

/** How many drafts there are beside those that are listed, and the way to them. */
export function ArchiveRest({
  listed,
  total,
  from,
  page,
}: {
  listed: number
  total: number
  from: number
  page: string
}) {
  const t = useTranslations("archive")
  const left = total - listed
  if (left <= 0) return null
  const next = from + listed
  return (
    <p>
      {t("left", { left, listed, total })}{" "}
      {next < total ? <a href={`${page}?from=${next}`}>{t("next")}</a> : null}{" "}
      {from > 0 ? (
        <a href={`${page}?from=${Math.max(0, from - ARCHIVE_AT_ONCE)}`}>{t("previous")}</a>
      ) : null}
    </p>
  )
}
