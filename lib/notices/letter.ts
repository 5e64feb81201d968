import { env } from "@/lib/platform/env"
import { translatorFor } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { type Letter, mailHost } from "@/lib/platform/mail"
import { type MailGroup, noticeHeaders } from "./headers"
import type { NoticeKind } from "./model"
import { quoted } from "./plain-text"
import type { Recipient } from "./recipients"
import { noticeSentence, noticeSubject } from "./sentence"
import { unsubscribeLinks } from "./unsubscribe-link"

/** What the mail of a notice has beside its sentence; it differs from person to person. */
export type More = {
  /** Paragraphs after the sentence. */
  lines?: string[]
  /** An invitation as an iCalendar text. */
  calendar?: string
  /** Where an answer by mail goes. */
  replyTo?: string | null
}

export type ToldByMail = {
  id: string
  kind: NoticeKind
  group: MailGroup & { id: string }
  href: string
  data: unknown
  /** Words of somebody that are repeated, or nothing. */
  words: string
  /** What its mails are shown together by, such as `thread.<id>`. */
  conversation: string
}

/** The mail that carries one notice, in the language and the zone of whoever gets it. */
export function noticeLetter(to: Recipient, notice: ToldByMail, more: More = {}): Letter {
  const { id, kind, group, href, words, conversation } = notice
  const { locale, zone, personId } = to
  const reading = { t: translatorFor(locale), locale, zone }
  const address = (path: string) => env().origin + localePath(locale, path)
  const leave = unsubscribeLinks([personId, kind, group.id], locale)
  const paragraphs = [
    `${noticeSentence(notice, reading)}.`,
    words && quoted(words),
    ...(more.lines ?? []),
    address(href),
    more.replyTo ? reading.t("notices.mail.reply") : "",
  ]
  const foot = reading.t("notices.mail.foot", {
    kind: reading.t(`notices.kind.${kind}`),
    group: group.shortName,
    choices: address("/desk/notices/choices"),
    leave: leave.page,
  })
  return {
    to: to.email,
    subject: `[${group.shortName}] ${noticeSubject(notice, reading)}`,
    text: `${paragraphs.filter(Boolean).join("\n\n")}\n\n-- \n${foot}\n`,
    headers: noticeHeaders({ group, unsubscribe: leave.post, conversation }),
    replyTo: more.replyTo ?? null,
    calendar: more.calendar ?? null,
    messageId: `<notice.${id}@${mailHost()}>`,
  }
}
