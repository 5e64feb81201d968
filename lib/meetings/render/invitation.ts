import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator"
import { endOf } from "../status"

/** A call as an invitation tells it. */
export type InvitedCall = {
  id: string
  startsAt: Date
  minutes: number | null
  place: string
  /** Of the facts: programs take the one with the highest for what holds. */
  revision: number
  changedAt: Date
  cancelled: boolean
}

export type Invitation = {
  call: InvitedCall
  /** "WG-Strategy, Meeting 33: The plan". */
  summary: string
  /** What stands in the entry: the way in, and where to read more. */
  description: string
  url: string
  host: string
  organizer: { name: string; email: string }
  /** Whom it is for; null on a mailing list, where nobody's answer is asked for. */
  attendee: { name: string; email: string } | null
  /** Whether an answer that a calendar program sends to the organizer arrives. */
  answersByMail: boolean
}

/**
 * A call for one person's calendar (RFC 5546): a REQUEST, or a CANCEL of it; for a mailing list a
 * PUBLISH. The same UID as in the group's feed, and times in UTC.
 */
export function renderInvitation(invitation: Invitation): string {
  const { call, summary, description, url, host, organizer, attendee, answersByMail } = invitation
  const method = call.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST
  const calendar = ical({
    prodId: { company: "Rapporteur", product: host },
    method: attendee ? method : ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `${call.id}@${host}`,
    sequence: call.revision,
    start: call.startsAt,
    end: endOf(call.startsAt, call.minutes),
    summary,
    location: call.place,
    description,
    url,
    organizer,
    ...(attendee && {
      attendees: [
        {
          ...attendee,
          rsvp: answersByMail,
          status: ICalAttendeeStatus.NEEDSACTION,
          role: ICalAttendeeRole.REQ,
        },
      ],
    }),
    status: call.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    stamp: call.changedAt,
    lastModified: call.changedAt,
  })
  return calendar.toString()
}
