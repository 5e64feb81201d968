import { useLocale, useTranslations } from "next-intl"
import type { ArchiveDraft } from "@/lib/archive/queries"
import { dayText } from "@/lib/platform/dates"

/** What a report of the past is called in a list. */
export function useArchiveLine(): (
  draft: Pick<ArchiveDraft, "number" | "title" | "startsAt">,
) => string {
  const t = useTranslations("archive")
  const locale = useLocale()
  return ({ number, title, startsAt }) =>
    t("line", {
      number: number ?? 0,
      known: number === null ? "no" : "yes",
      day: startsAt ? dayText(startsAt, locale) : t("noDay"),
      title: title || "none",
    })
}
