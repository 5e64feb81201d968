import { useTranslations } from "next-intl"
import { daysLeft } from "@/lib/consultations/model"

/**
 * How many days are left until an end, as the calendar of UTC counts them. With script,
 * `/local-time.js` counts them by the reader's own calendar; its sentences travel with the element.
 *
 * @example <DaysLeft until={consultation.closesAt} at={now()} />
 */
export function DaysLeft({ until, at }: { until: Date; at: Date }) {
  const t = useTranslations("ui.closes")
  const days = daysLeft(until, at, "UTC")
  const said = days === 0 ? t("today") : days === 1 ? t("tomorrow") : t("days", { days })
  return (
    <span
      className="days-left"
      data-until={until.toISOString()}
      data-today={t("today")}
      data-tomorrow={t("tomorrow")}
      data-days={t("days", { days: "[days]" })}
    >
      {said}
    </span>
  )
}
