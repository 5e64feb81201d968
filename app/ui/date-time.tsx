import { useLocale, useTranslations } from "next-intl"
import { dayText, longDayText, machineTime, momentText, timeText } from "@/lib/platform/dates"

/**
 * An instant, in UTC and saying so. With script, `/local-time.js` adds the reader's own zone
 * behind it; that sentence travels in `data-local`, so that the script knows no language.
 *
 * @param form `moment` weekday, day and time (default) · `day` · `long-day` · `time`.
 *
 * @example <DateTime at={meeting.startsAt} /> · <DateTime at={publishedAt} form="day" />
 */
export function DateTime({
  at,
  form = "moment",
}: {
  at: Date
  form?: "moment" | "day" | "long-day" | "time"
}) {
  const locale = useLocale()
  const t = useTranslations("ui")
  if (form === "day")
    return <time dateTime={at.toISOString().slice(0, 10)}>{dayText(at, locale)}</time>
  if (form === "long-day")
    return <time dateTime={at.toISOString().slice(0, 10)}>{longDayText(at, locale)}</time>
  return (
    <time dateTime={machineTime(at)} data-local={t("yourTime")}>
      {form === "time" ? `${timeText(at)} UTC` : momentText(at, locale)}
    </time>
  )
}
