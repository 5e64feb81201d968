import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator"
import { translatorFor } from "@/lib/platform/i18n"
import { type Locale, localePath } from "@/lib/platform/locales"
import type { PublicCalendar } from "../public-calendar"

/** How often a subscriber looks again, in seconds. */
const refresh = 60 * 60

/**
 * The calendar of a group in iCalendar (RFC 5545): times in UTC, a UID for each meeting that stays
 * whatever is changed, cancelled meetings as cancelled. The same meetings give the same bytes.
 */
export function renderCalendar(
  { group, meetings, origin }: PublicCalendar,
  locale: Locale,
): string {
  const t = translatorFor(locale)
  const host = new URL(origin).hostname
  const home = origin + localePath(locale, `/${group.slug}`)
  const calendar = ical({
    name: group.shortName,
    description: group.name,
    prodId: { company: "Rapporteur", product: host, language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    url: home,
    ttl: refresh,
  })
  for (const meeting of meetings) {
    const { number, title } = meeting
    const name = number === null ? t("meetings.call") : t("meetings.meeting", { number })
    const url = meeting.hasPage ? `${home}/meetings/${number}` : `${home}/meetings`
    calendar.createEvent({
      id: `${meeting.id}@${host}`,
      sequence: meeting.revision,
      start: meeting.startsAt,
      end: meeting.endsAt,
      summary: [`${group.shortName}, ${name}`, title].filter(Boolean).join(": "),
      location: meeting.place,
      description: url,
      url,
      status: meeting.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      stamp: meeting.changedAt,
      lastModified: meeting.changedAt,
    })
  }
  return calendar.toString()
}
