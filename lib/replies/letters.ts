import { and, eq, gt, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mails } from "@/db/schema/mail"
import { keptDays } from "@/lib/mail/forget"
import { daysFromNow } from "@/lib/platform/clock"
import { env } from "@/lib/platform/env"
import { translatorFor } from "@/lib/platform/i18n"
import { type Locale, localePath } from "@/lib/platform/locales"
import { writeMail } from "@/lib/platform/mail"
import type { Sender } from "./sender"

/** Why an answer was not filed as it came: keys under `replies.why`. */
export type Why =
  | "wrong-sender"
  | "no-words"
  | "files"
  | "left-out"
  | "too-long"
  | "too-many"
  | "not-open-yet"
  | "closed"
  | "cancelled"
  | "may-not"
  | "damaged"
  | "refused"

/** Subjects of letters about an answer that was filed. */
const subjects: Partial<Record<Why, "subjectFiled" | "subjectNamed">> = {
  files: "subjectFiled",
  "left-out": "subjectNamed",
}
const mostLeftOut = 20_000

/**
 * Step: tells somebody what became of the answer that they mailed, in one sentence, with their words so
 * that they can send them again, and the lines of it that perhaps are theirs and were left out. It goes to the address we know, never to the one that the mail named.
 */
export async function writeWhy(
  tx: Transaction,
  { email, locale }: Pick<Sender, "email" | "locale">,
  why: Why,
  about: {
    title: string
    path: string
    text: string
    files: readonly string[]
    leftOut: readonly string[]
  },
): Promise<void> {
  const t = translatorFor(locale)
  const link = new URL(localePath(locale, about.path), env().origin).href
  const sentence = t(`replies.why.${why}`, { files: about.files.join(", ") })
  // What a stranger wrote is not passed on.
  const words = subjects[why] || why === "wrong-sender" ? "" : about.text.trim()
  const parts = [
    t("replies.mail.greeting"),
    sentence,
    words && `${t("replies.mail.words")}\n\n${words.replace(/^/gm, "> ")}`,
    leftOutPart(locale, about.leftOut),
    t("replies.mail.link", { link }),
  ]
  await writeMail(tx, {
    to: email,
    subject: t(`replies.mail.${subjects[why] ?? "subject"}`, { title: about.title }),
    text: `${parts.filter(Boolean).join("\n\n")}\n`,
  })
}

/** What a letter says of lines that were left out; "" where none were. */
function leftOutPart(locale: Locale, lines: readonly string[]): string {
  const leftOut = lines.join("\n").slice(0, mostLeftOut)
  return (
    leftOut && `${translatorFor(locale)("replies.mail.leftOut")}\n\n${leftOut.replace(/^/gm, "> ")}`
  )
}

/**
 * Step: whether somebody was told in the last month that these lines were left out. What stands below
 * a closing is the same in each of their mails, unless it is words after all.
 */
export async function wasToldOf(
  tx: Transaction,
  { email, locale }: Pick<Sender, "email" | "locale">,
  lines: readonly string[],
): Promise<boolean> {
  if (lines.length === 0) return true
  const said = and(
    ...[gt(mails.createdAt, daysFromNow(-keptDays)), eq(mails.to, email)],
    sql`strpos(${mails.text}, ${`${leftOutPart(locale, lines)}\n`}) > 0`,
  )
  return (await tx.$count(mails, said)) > 0
}

/**
 * Step: tells a guest who never said how they want to be called under which name their mailed answer
 * stands, with the link of their own page on which they change that.
 */
export async function writeNamed(
  tx: Transaction,
  { email, locale }: Pick<Sender, "email" | "locale">,
  about: { name: string; title: string; path: string },
): Promise<void> {
  const t = translatorFor(locale)
  const link = new URL(localePath(locale, about.path), env().origin).href
  const { name, title } = about
  const parts = [
    t("replies.mail.greeting"),
    name ? t("replies.mail.named", { name }) : t("replies.mail.nameless"),
    t("replies.mail.change", { link }),
  ]
  await writeMail(tx, {
    to: email,
    subject: t("replies.mail.subjectNamed", { title }),
    text: `${parts.join("\n\n")}\n`,
  })
}
