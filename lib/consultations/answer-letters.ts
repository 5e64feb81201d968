import type { Transaction } from "@/db/client"
import type { Disposition } from "@/lib/comments/model"
import { noticeHeaders } from "@/lib/notices/headers"
import { quoted } from "@/lib/notices/plain-text"
import { now } from "@/lib/platform/clock"
import { translatorFor } from "@/lib/platform/i18n"
import { writeMail } from "@/lib/platform/mail"
import { renewLink } from "./guest-link"
import { guestAddress, type LetterGuest, type LetterSubject, languageOf } from "./letters"
import { replyAddress } from "./reply-address"
import { consultationStatus, isTaking, type Window } from "./status"

/** What became of a thread of a guest, and the words that they began it with. */
export type Outcome = { words: string; disposition: Disposition; reason: string }

type Subject = LetterSubject & Window

/** Step: mails a guest what a co-chair answered in their thread; they can answer it while comments are taken. */
export async function writeAnswer(
  tx: Transaction,
  subject: Subject,
  guest: LetterGuest,
  answer: { by: string; text: string; threadId: string; words: string },
): Promise<void> {
  const t = translatorFor(languageOf(guest))
  const { threadId: id, by } = answer
  const replyTo = isTaking(consultationStatus(subject, now()))
    ? replyAddress({ about: { kind: "thread", id }, author: { guestId: guest.id } })
    : null
  await send(tx, subject, guest, {
    subject: t("consultations.mail.answer.subject", { title: subject.title }),
    paragraphs: [
      t("consultations.mail.answer.text", { by, title: subject.title, group: subject.group.name }),
      quoted(answer.text),
      ...(answer.words ? [t("consultations.mail.yourWords"), quoted(answer.words)] : []),
      replyTo ? t("consultations.mail.reply") : "",
    ],
    replyTo,
  })
}

/** Step: mails a guest what became of their threads, each with its reason. */
export async function writeOutcomes(
  tx: Transaction,
  subject: Subject,
  guest: LetterGuest,
  outcomes: readonly Outcome[],
): Promise<void> {
  const t = translatorFor(languageOf(guest))
  const count = outcomes.length
  await send(tx, subject, guest, {
    subject: t("consultations.mail.outcome.subject", { title: subject.title, count }),
    paragraphs: [
      t("consultations.mail.outcome.text", {
        ...{ count, title: subject.title, group: subject.group.name },
      }),
      ...outcomes.flatMap(({ words, disposition, reason }) => [
        words && quoted(words),
        t("consultations.mail.outcome.each", {
          ...{ reason, given: reason ? "yes" : "no" },
          disposition: t(`notices.disposition.${disposition}`),
        }),
      ]),
    ],
    replyTo: null,
  })
}

/** Step: mails a guest that a comment of theirs was hidden, and why. */
export async function writeHiding(
  tx: Transaction,
  subject: Subject,
  guest: LetterGuest,
  { words, reason }: { words: string; reason: string },
): Promise<void> {
  const t = translatorFor(languageOf(guest))
  const { title, group } = subject
  await send(tx, subject, guest, {
    subject: t("consultations.mail.hiding.subject", { title }),
    paragraphs: [
      t("consultations.mail.hiding.text", { title, group: group.name }),
      reason,
      t("consultations.mail.yourWords"),
      quoted(words),
    ],
    replyTo: null,
  })
}

async function send(
  tx: Transaction,
  subject: Subject,
  guest: LetterGuest,
  letter: { subject: string; paragraphs: readonly string[]; replyTo: string | null },
): Promise<void> {
  await renewLink(tx, guest)
  const locale = languageOf(guest)
  const foot = translatorFor(locale)("consultations.mail.foot", {
    link: guestAddress(subject, guest, locale),
  })
  await writeMail(tx, {
    to: guest.email,
    subject: letter.subject,
    text: `${[...letter.paragraphs, foot].filter(Boolean).join("\n\n")}\n`,
    replyTo: letter.replyTo,
    headers: noticeHeaders({
      group: subject.group,
      unsubscribe: guestAddress(subject, guest, locale, "/one-click"),
      conversation: `consultation.${subject.id}.${guest.id}`,
    }),
  })
}
