import { inArray } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mails } from "@/db/schema/mail"
import { conversationId, noticeHeaders } from "@/lib/notices/headers"
import { dayText, momentText } from "@/lib/platform/dates"
import { env } from "@/lib/platform/env"
import { translatorFor } from "@/lib/platform/i18n"
import { isLocale, type Locale, localePath } from "@/lib/platform/locales"
import { writeMail } from "@/lib/platform/mail"
import { answerByMail } from "./answer-by-mail"
import { guestToken, renewLink } from "./guest-link"

/** What a letter says of the consultation it is about. */
export type LetterSubject = {
  id: string
  slug: string
  title: string
  question: string
  closesAt: Date
  lateUntil: Date | null
  cancelReason: string | null
  group: { slug: string; shortName: string; name: string }
}

export type LetterGuest = {
  id: string
  email: string
  name: string
  locale: string
  tokenHash: string
}

/** What a guest is told of a consultation, and when. */
export type Call = "opening" | "reminder" | "moved" | "closed" | "late" | "cancelled" | "result"

/** The language in which a guest is written to. */
export const languageOf = (guest: { locale: string }): Locale =>
  isLocale(guest.locale) ? guest.locale : "en"

const address = (locale: Locale, path: string) =>
  new URL(localePath(locale, path), env().origin).href

/** Where a guest reads and comments. Whoever has the address is taken for the guest. */
export function guestAddress(
  subject: LetterSubject,
  guest: LetterGuest,
  locale: Locale,
  below: "" | "/one-click" = "",
): string {
  const path = `/${subject.group.slug}/consultations/${subject.slug}/take-part${below}`
  return `${address(locale, path)}?token=${guestToken(guest.id)}`
}

const conversationOf = (consultationId: string, guestId: string) =>
  `consultation.${consultationId}.${guestId}`

/** Step: to whom of these guests a letter of the opening was written before. */
export async function whoHasOpening(
  tx: Transaction,
  consultationId: string,
  guestIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const ids = new Map(
    guestIds.map((id) => [conversationId(conversationOf(consultationId, id)), id]),
  )
  const written = await tx
    .select({ messageId: mails.messageId })
    .from(mails)
    .where(inArray(mails.messageId, [...ids.keys()]))
  return new Set(written.flatMap(({ messageId }) => ids.get(messageId) ?? []))
}

/**
 * Step: tells a guest that a consultation is open, will soon be over, has another end, was closed early, takes
 * what they sent too late or is called off, or what came of it. Mail programs show the letters of one consultation together, below that
 * of the opening, and end them with one press (RFC 8058). `hasOpening`: an earlier letter of the opening lies
 * with a guest who is invited anew, so that this one stands below it.
 */
export async function writeCall(
  tx: Transaction,
  kind: Call,
  subject: LetterSubject & { texts: Parameters<typeof answerByMail>[1]["texts"] },
  guest: LetterGuest & { hasOpening?: boolean },
): Promise<void> {
  await renewLink(tx, guest)
  const locale = languageOf(guest)
  const t = translatorFor(locale)
  const result = `/${subject.group.slug}/consultations/${subject.slug}/compendium`
  const values = {
    title: subject.title,
    question: subject.question,
    group: subject.group.name,
    short: subject.group.shortName,
    closes: momentText(subject.closesAt, locale),
    day: dayText(subject.closesAt, locale),
    link: guestAddress(subject, guest, locale),
    result: address(locale, result),
    until: subject.lateUntil ? momentText(subject.lateUntil, locale) : "",
    reason: subject.cancelReason ?? "",
  }
  const answered = kind === "opening" || kind === "reminder" || kind === "moved"
  const byMail = answerByMail(t, subject, { guestId: guest.id })
  const hints = answered && byMail.replyTo ? [t("consultations.mail.reply"), ...byMail.lines] : []
  const conversation = conversationOf(subject.id, guest.id)
  const first = kind === "opening" && !guest.hasOpening
  await writeMail(tx, {
    to: guest.email,
    subject: t(`consultations.mail.${kind}.subject`, values),
    text:
      t(`consultations.mail.${kind}.text`, values) + hints.map((hint) => `\n${hint}\n`).join(""),
    replyTo: answered ? byMail.replyTo : null,
    headers: noticeHeaders({
      group: subject.group,
      unsubscribe: guestAddress(subject, guest, locale, "/one-click"),
      conversation: first ? null : conversation,
    }),
    ...(first && { messageId: conversationId(conversation) }),
  })
}

/**
 * Step: mails somebody the link with which they confirm their address and comment. None of their own
 * words stand in it: anybody may have typed them, to reach any address.
 */
export async function writeGuestLink(
  tx: Transaction,
  subject: LetterSubject,
  guest: LetterGuest,
): Promise<void> {
  await renewLink(tx, guest)
  const locale = languageOf(guest)
  const t = translatorFor(locale)
  const values = {
    title: subject.title,
    group: subject.group.name,
    short: subject.group.shortName,
    link: guestAddress(subject, guest, locale),
  }
  await writeMail(tx, {
    to: guest.email,
    subject: t("consultations.mail.link.subject", values),
    text: t("consultations.mail.link.text", values),
  })
}
