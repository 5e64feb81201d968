import type { Transaction } from "@/db/client"
import { momentText } from "@/lib/platform/dates"
import { env } from "@/lib/platform/env"
import { translatorFor } from "@/lib/platform/i18n"
import { isLocale, type Locale, localePath } from "@/lib/platform/locales"
import { writeMail } from "@/lib/platform/mail"
import { guestToken } from "./guest-link"
import { replyAddress } from "./reply-address"

/** What a letter says of the consultation it is about. */
export type LetterSubject = {
  id: string
  slug: string
  title: string
  question: string
  closesAt: Date
  group: { slug: string; shortName: string; name: string }
}

export type LetterGuest = { id: string; email: string; name: string; locale: string }

const languageOf = (guest: { locale: string }): Locale =>
  isLocale(guest.locale) ? guest.locale : "en"

const address = (locale: Locale, path: string) =>
  new URL(localePath(locale, path), env().origin).href

/** Where a guest reads and comments. Whoever has the address is taken for the guest. */
function guestAddress(subject: LetterSubject, guest: LetterGuest, locale: Locale): string {
  const path = `/${subject.group.slug}/consultations/${subject.slug}/take-part`
  return `${address(locale, path)}?token=${guestToken(guest.id)}`
}

/** Step: tells a guest that a consultation is open, that it will soon be over, or what came of it. */
export async function writeCall(
  tx: Transaction,
  kind: "opening" | "reminder" | "result",
  subject: LetterSubject,
  guest: LetterGuest,
): Promise<void> {
  const locale = languageOf(guest)
  const t = translatorFor(locale)
  const result = `/${subject.group.slug}/consultations/${subject.slug}/compendium`
  const values = {
    title: subject.title,
    question: subject.question,
    group: subject.group.name,
    short: subject.group.shortName,
    closes: momentText(subject.closesAt, locale),
    link: guestAddress(subject, guest, locale),
    result: address(locale, result),
  }
  // What came of it is not answered any more.
  const about = { kind: "consultation", id: subject.id } as const
  const replyTo = kind === "result" ? null : replyAddress({ about, author: { guestId: guest.id } })
  const hint = replyTo ? `\n${t("consultations.mail.reply")}\n` : ""
  await writeMail(tx, {
    to: guest.email,
    subject: t(`consultations.mail.${kind}.subject`, values),
    text: t(`consultations.mail.${kind}.text`, values) + hint,
    replyTo,
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
