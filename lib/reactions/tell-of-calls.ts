import { and, eq, inArray, like } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { notices } from "@/db/schema/notices"
import type { Events } from "@/lib/activity/events"
import { replyAddress } from "@/lib/consultations/reply-address"
import { lastAnnouncements } from "@/lib/meetings/announcements"
import { answerAddress } from "@/lib/meetings/answer-link"
import {
  type CallForMail,
  callAddresses,
  callInvitation,
  callLines,
  callName,
  findCallForMail,
} from "@/lib/meetings/call-mail"
import { giveNotices } from "@/lib/notices/give"
import type { More } from "@/lib/notices/letter"
import { postOnList } from "@/lib/notices/post-on-list"
import { membersOf, type Recipient } from "@/lib/notices/recipients"
import { whenText } from "@/lib/notices/sentence"
import { transaction } from "@/lib/platform/database"
import { translatorFor } from "@/lib/platform/i18n"
import { routing } from "@/lib/platform/locales"

/** Tells of a call as it stands now: the members, the group's mailing list, or both. Not of a cancelled one. */
export async function tellOfCall(
  meetingId: string,
  { to, revision }: Events["meeting.announced"],
): Promise<void> {
  await transaction(async (tx) => {
    const call = await findCallForMail(tx, meetingId)
    if (!call || call.cancelledAt) return
    if (to !== "members") await tellTheList(tx, call, revision)
    if (to === "list") return
    const before = await toldBefore(tx, call, `${meetingId} ${revision}`)
    await giveNotices(tx, {
      ...about(call),
      personIds: await membersOf(tx, call.groupId),
      key: `${meetingId} ${revision}`,
      data: { ...about(call).data, change: before.length > 0 ? "changed" : "new", reason: "" },
      more: (person) => ({
        lines: [
          ...callLines(call, person.locale, { forMembers: true }),
          translatorFor(person.locale)("meetings.mail.answer", {
            link: answerAddress({ meetingId, personId: person.personId }, person.locale),
          }),
        ],
        ...invitation(call, person),
      }),
      conversation: `call.${meetingId}`,
    })
  })
}

/** Whoever was told of a call is told that it is cancelled, and so is the list where it was announced. */
export async function tellOfCancellation(meetingId: string): Promise<void> {
  await transaction(async (tx) => {
    const call = await findCallForMail(tx, meetingId)
    if (!call?.cancelledAt) return
    if ((await lastAnnouncements(tx, meetingId)).list) await tellTheList(tx, call, call.revision)
    const reason = call.cancelReason ?? ""
    await giveNotices(tx, {
      ...about(call),
      personIds: await toldBefore(tx, call),
      key: `${meetingId} cancelled`,
      data: { ...about(call).data, change: "cancelled", reason },
      more: (person) => ({ lines: [reason], ...invitation(call, person) }),
      conversation: `call.${meetingId}`,
    })
  })
}

function about(call: CallForMail) {
  const { groupId, number, title, startsAt, place } = call
  return {
    kind: "call-announced" as const,
    groupId,
    href: callAddresses(call, routing.defaultLocale).desk,
    data: { number, title, startsAt: startsAt.toISOString(), place },
  }
}

/** Where mail is taken in, the answer of a calendar program comes to an address of this person and call. */
function invitation(call: CallForMail, { personId, name, email, locale }: Recipient): More {
  const answers = replyAddress({ about: { kind: "meeting", id: call.id }, author: { personId } })
  return { calendar: callInvitation(call, locale, { name, email }, answers) }
}

/** The members who were told of a call, but for one notice. */
async function toldBefore(tx: Transaction, call: CallForMail, but = ""): Promise<string[]> {
  const members = await membersOf(tx, call.groupId)
  if (members.length === 0) return []
  const rows = await tx
    .select({ personId: notices.personId, key: notices.key })
    .from(notices)
    .where(
      and(
        inArray(notices.personId, members),
        eq(notices.kind, "call-announced"),
        like(notices.key, `${call.id} %`),
      ),
    )
  return [...new Set(rows.filter(({ key }) => key !== but).map(({ personId }) => personId))]
}

/** One mail to the group's list for each state of the call; without the way in, which is for members. */
async function tellTheList(tx: Transaction, call: CallForMail, revision: number): Promise<void> {
  const { group, id, groupId, cancelledAt, cancelReason } = call
  const locale = routing.defaultLocale
  const t = translatorFor(locale)
  const when = whenText(call.startsAt, { locale, zone: "UTC" })
  const values = { call: callName(call, locale), when, group: group.name }
  const kind = cancelledAt ? "cancelled" : "announced"
  const addresses = callAddresses(call, locale)
  await postOnList(tx, {
    groupId,
    about: `call.${id}.${revision}`,
    subject: t(`meetings.mail.list.${kind}Subject`, values),
    paragraphs: [
      t(`meetings.mail.list.${kind}`, values),
      ...(cancelledAt ? [cancelReason ?? ""] : callLines(call, locale)),
      addresses.public,
      t("meetings.mail.calendar", { link: addresses.calendar }),
    ],
    calendar: callInvitation(call, locale, null),
  })
}
