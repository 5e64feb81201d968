import { endOf } from "./status"

/** A meeting as the calendar of its group tells it to the world. Never its link, minutes or people. */
export type CalendarMeeting = {
  id: string
  /** That of its newest report; before there is one its own, null for a cancelled call whose number was freed. */
  number: number | null
  title: string
  startsAt: Date
  endsAt: Date
  place: string
  cancelled: boolean
  /** Grows with every change of the facts. */
  revision: number
  changedAt: Date
  /** Whether a page stands at its number: a call to come, a cancelled one, a published report. */
  hasPage: boolean
}

export type PublicCalendar = {
  group: { slug: string; shortName: string; name: string }
  meetings: CalendarMeeting[]
  /** The address of the portal, without a slash at its end. */
  origin: string
  /** When the next call will be over, and its page with it until there is a report. */
  until: Date | null
}

/** The end of the call that ends next. */
export function nextEnd(meetings: readonly CalendarMeeting[], at: Date): Date | null {
  const ends = meetings.map(({ endsAt }) => endsAt.getTime()).filter((end) => end > at.getTime())
  return ends.length > 0 ? new Date(Math.min(...ends)) : null
}

type Stored = {
  id: string
  number: number | null
  title: string
  startsAt: Date | null
  minutes: number | null
  place: string
  fromArchive: boolean
  cancelledAt: Date | null
  /** Whether it had a number until it was cancelled, which was then freed for another. */
  numberFreed: boolean
  revision: number
  changedAt: Date
  /** What the newest report says of it, null when there is none. */
  published: {
    number: number
    title: string
    startsAt: string
    minutes: number | null
    place: string
  } | null
  publishedAt: Date | null
}

/**
 * What the world may know of a meeting: as on the pages nothing before it has a number and a start, nor of a
 * draft from the archive. A call that had a number stays as cancelled, for the programs that hold it.
 */
export function calendarMeeting(stored: Stored, at: Date): CalendarMeeting[] {
  const { id, fromArchive, cancelledAt, revision, published, publishedAt } = stored
  if (fromArchive && !published) return []
  const { number, title, minutes, place } = published ?? stored
  const startsAt = published ? new Date(published.startsAt) : stored.startsAt
  if (startsAt === null || (number === null && !stored.numberFreed)) return []
  const endsAt = endOf(startsAt, minutes)
  const cancelled = cancelledAt !== null
  const changedAt = publishedAt && publishedAt > stored.changedAt ? publishedAt : stored.changedAt
  const hasPage = number !== null && (published !== null || cancelled || endsAt > at)
  return [{ id, number, title, startsAt, endsAt, place, cancelled, revision, changedAt, hasPage }]
}
