import { useTranslations } from "next-intl"
import type { FindingCounts } from "@/lib/minutes/check/model"

/** "1 error, 2 warnings, 3 notes", and that nothing is open when nothing is. */
export function useCountWords(): (counts: FindingCounts) => string {
  const t = useTranslations("findings")
  return (counts) => {
    const parts = (["error", "warning", "note"] as const).flatMap((severity) =>
      counts[severity] > 0 ? t(`count.${severity}`, { count: counts[severity] }) : [],
    )
    return parts.length > 0 ? parts.join(", ") : t("none")
  }
}
