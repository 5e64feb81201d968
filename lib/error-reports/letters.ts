import type { Transaction } from "@/db/client"
import { env } from "@/lib/platform/env"
import { translatorFor } from "@/lib/platform/i18n"
import { isLocale, type Locale, localePath } from "@/lib/platform/locales"
import { writeMail } from "@/lib/platform/mail"
import { changesPath, reportPath } from "@/lib/reports/addresses"
import type { KeptAnswer } from "./input"

/** Which report it is about, and whom the letter goes to. */
export type LetterAbout = {
  group: { slug: string; name: string }
  number: number
  version: number
  to: string
  locale: string
}

const languageOf = (locale: string): Locale => (isLocale(locale) ? locale : "en")
const address = (locale: Locale, path: string) =>
  new URL(localePath(locale, path), env().origin).href

/**
 * Step: asks whoever reported an error to confirm their address. None of the words of the report stand in
 * it: anybody may have typed them, to reach any address.
 */
export async function writeConfirmation(
  tx: Transaction,
  { group, number, to, ...about }: LetterAbout,
  token: string,
): Promise<void> {
  const locale = languageOf(about.locale)
  const t = translatorFor(locale)
  const path = `${reportPath(group.slug, number)}/report-error/confirm`
  const link = `${address(locale, path)}?token=${token}`
  const values = { group: group.name, number }
  await writeMail(tx, {
    to,
    subject: t("errorReports.mail.confirm.subject", values),
    text: t("errorReports.mail.confirm.text", { ...values, link }),
  })
}

/** Step: tells whoever reported an error what the co-chairs answered; `since` is the version that corrects or withdraws. */
export async function writeAnswer(
  tx: Transaction,
  { group, number, version, to, ...about }: LetterAbout,
  {
    answer,
    reply,
    since,
  }: {
    answer: KeptAnswer
    reply: string
    since: number | null
  },
): Promise<void> {
  const locale = languageOf(about.locale)
  const t = translatorFor(locale)
  const path =
    answer === "corrected" && since
      ? changesPath(group.slug, number, since)
      : reportPath(group.slug, number)
  const values = { group: group.name, number, version, since: since ?? version }
  const said = reply ? `\n${t("errorReports.mail.answer.reply", { reply })}\n` : ""
  await writeMail(tx, {
    to,
    subject: t("errorReports.mail.answer.subject", values),
    text: `${t(`errorReports.mail.answer.${answer}`, values)}\n${said}\n${address(locale, path)}\n`,
  })
}
