import { eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"
import { env } from "@/lib/platform/env"
import { translatorFor } from "@/lib/platform/i18n"
import { type Locale, localePath } from "@/lib/platform/locales"
import { mailHost } from "@/lib/platform/mail"
import type { AgendaItem } from "./agenda"
import { agendaNow } from "./agenda-now"
import { renderInvitation } from "./render/invitation"

/** A call as the mails about it need it. */
export type CallForMail = typeof meetings.$inferSelect & {
  startsAt: Date
  group: typeof groups.$inferSelect
  agenda: AgendaItem[]
}

/** A call with a start, its group and its agenda; null when there is none. Does not authorize. */
export async function findCallForMail(
  reader: Reader,
  meetingId: string,
): Promise<CallForMail | null> {
  const [found] = await reader
    .select({ meeting: meetings, group: groups })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .where(eq(meetings.id, meetingId))
  if (!found?.meeting.startsAt) return null
  const agenda = await agendaNow(reader, meetingId)
  return { ...found.meeting, startsAt: found.meeting.startsAt, group: found.group, agenda }
}

/** "Meeting 33: The plan". */
export function callName({ number, title }: Pick<CallForMail, "number" | "title">, locale: Locale) {
  const t = translatorFor(locale)
  const name = number === null ? t("meetings.call") : t("meetings.meeting", { number })
  return [name, title].filter(Boolean).join(": ")
}

/** Where and for how long, the way in where it may be told, and the agenda; a paragraph each. */
export function callLines(call: CallForMail, locale: Locale, { forMembers = false } = {}) {
  const t = translatorFor(locale)
  const { minutes, joinLink, agenda } = call
  const place = call.place === "online" ? t("meetings.facts.online") : call.place
  const where = minutes ? `${place}, ${t("meetings.facts.minutes", { minutes })}` : place
  const items = agenda.filter(({ depth }) => depth === 0)
  return [
    where,
    ...(forMembers && joinLink ? [t("meetings.mail.join", { link: joinLink })] : []),
    ...(items.length > 0
      ? [
          [
            t("meetings.mail.agenda"),
            ...items.map(({ label, title }) => `  ${label}. ${title}`),
          ].join("\n"),
        ]
      : []),
  ].filter(Boolean)
}

/** Where a member reads of the call, and where everybody does; the list of meetings while it has no number. */
export function callAddresses({ id, number, group }: CallForMail, locale: Locale) {
  const address = (path: string) => env().origin + localePath(locale, path)
  const inPublic = number === null ? "/meetings" : `/meetings/${number}`
  return {
    desk: `/desk/${group.slug}/meetings/${id}`,
    public: address(`/${group.slug}${inPublic}`),
    calendar: address(`/${group.slug}/calendar.ics`),
  }
}

/** The call for the calendar of one member, or of whoever reads a mailing list; without the way in there. */
export function callInvitation(
  call: CallForMail,
  locale: Locale,
  attendee: { name: string; email: string } | null,
  answers: string | null = null,
): string {
  const { group, joinLink, cancelledAt } = call
  const url = callAddresses(call, locale).public
  return renderInvitation({
    call: { ...call, cancelled: cancelledAt !== null },
    summary: `${group.shortName}, ${callName(call, locale)}`,
    description: [attendee && joinLink, url].filter(Boolean).join("\n"),
    url,
    host: mailHost(),
    organizer: { name: group.shortName, email: answers ?? senderAddress() },
    attendee,
    answersByMail: answers !== null,
  })
}

/** The address in MAIL_FROM, which may have a name before it. */
function senderAddress(): string {
  const { mailFrom } = env()
  return /<([^<>]+)>/.exec(mailFrom)?.[1] ?? mailFrom
}
