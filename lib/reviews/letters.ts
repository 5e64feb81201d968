import { textName, whenText } from "@/lib/notices/sentence"
import { translatorFor } from "@/lib/platform/i18n"
import { type Letter, mailHost } from "@/lib/platform/mail"
import type { Address } from "./addresses"
import type { QuotedStatement } from "./model"
import { quoteAddress } from "./quote-link"

/** What a letter about somebody's words says of the review. */
export type LetterSubject = {
  meeting: { number: number | null; title: string }
  group: { slug: string; name: string }
  /** Null when the members comment no more. */
  closesAt: Date | null
}

export type LetterRequest = { id: string; name: string; statements: readonly QuotedStatement[] }

/**
 * The mail with somebody's own words and the link by which they answer: when they are asked, or two days
 * before the end. It holds nothing else of the minutes. Once the members comment no more, it says no date.
 */
export function quoteLetter(
  kind: "asked" | "reminded",
  request: LetterRequest,
  to: Address,
  { meeting, group, closesAt }: LetterSubject,
): Letter {
  const { locale, zone } = to
  const t = translatorFor(locale)
  const words = request.statements.map(({ place, words }) =>
    [...(place ? [place] : []), ...words.split("\n").map((line) => `  ${line}`)].join("\n"),
  )
  const values = {
    name: request.name,
    meeting: textName({ t }, meeting),
    group: group.name,
    when: closesAt ? whenText(closesAt, { locale, zone }) : "",
    words: words.join("\n\n"),
    link: quoteAddress(request.id, group.slug, locale),
  }
  return {
    to: to.email,
    subject: t(`reviews.mail.${kind}.subject`, values),
    text: t(closesAt ? `reviews.mail.${kind}.text` : "reviews.mail.asked.late", values),
    ...(kind === "reminded" && closesAt ? { messageId: reminderId(request.id, closesAt) } : {}),
  }
}

/** The Message-ID of the one reminder of a request before an end of its review. */
export const reminderId = (requestId: string, closesAt: Date): string =>
  `<quote-reminder.${requestId}.${closesAt.getTime()}@${mailHost()}>`
