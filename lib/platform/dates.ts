const tags: Record<string, string> = { en: "en-GB" }

/** Languages that write a date as day, month, year with spaces between, whatever the ICU version says. */
const plainOrder = new Set(["en", "fr"])

type Part = "weekday" | "day" | "month" | "year"

function written(instant: Date, locale: string, zone: string, wanted: readonly Part[]): string {
  const format = new Intl.DateTimeFormat(tags[locale] ?? locale, {
    weekday: wanted.includes("weekday") ? "long" : undefined,
    day: "numeric",
    month: "long",
    year: wanted.includes("year") ? "numeric" : undefined,
    timeZone: zone,
  })
  if (!plainOrder.has(locale)) return format.format(instant)
  const parts = new Map(format.formatToParts(instant).map((part) => [part.type, part.value]))
  if (locale === "fr" && parts.get("day") === "1") parts.set("day", "1er")
  return wanted.map((part) => parts.get(part) ?? "").join(" ")
}

/** "3 March 2022", "1er mars 2022": the day of an instant in a zone. */
export function dayText(instant: Date, locale: string, zone = "UTC"): string {
  return written(instant, locale, zone, ["day", "month", "year"])
}

/** "Thursday 3 March 2022". */
export function longDayText(instant: Date, locale: string, zone = "UTC"): string {
  return written(instant, locale, zone, ["weekday", "day", "month", "year"])
}

/** "3 March", where the year stands in a heading. */
export function shortDayText(instant: Date, locale: string, zone = "UTC"): string {
  return written(instant, locale, zone, ["day", "month"])
}

/** "13:00", on the 24-hour clock in every language. */
export function timeText(instant: Date, zone = "UTC"): string {
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(instant)
}

/** "Thursday 3 March 2022, 13:00 UTC": how every screen says when, before any other zone. */
export function momentText(instant: Date, locale: string): string {
  return `${longDayText(instant, locale)}, ${timeText(instant)} UTC`
}

/** A calendar day `YYYY-MM-DD` as an instant that falls on it in UTC. */
export function dayInstant(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** The instant as `<time datetime>` wants it, to the minute: `2022-03-03T13:00Z`. */
export function machineTime(instant: Date): string {
  return `${instant.toISOString().slice(0, 16)}Z`
}
