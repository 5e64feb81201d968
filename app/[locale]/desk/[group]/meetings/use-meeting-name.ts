import { useLocale, useTranslations } from "next-intl"
import { dayText } from "@/lib/platform/dates"

/** Says which meeting is meant: "Meeting 33, 3 March 2022", as far as it is known. */
export function useMeetingName() {
  const t = useTranslations("meetings")
  const locale = useLocale()
  return ({ number, startsAt }: { number: number | null; startsAt: Date | null }) => {
    const name = number === null ? t("unnumbered") : t("meeting", { number })
    return startsAt ? `${name}, ${dayText(startsAt, locale)}` : name
  }
}
