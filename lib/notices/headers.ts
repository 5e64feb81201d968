import { mailHost } from "@/lib/platform/mail"

/** A group as its mail names it. */
export type MailGroup = { slug: string; shortName: string }

/**
 * What a mail client shows together: the Message-ID of a mail that stands at the head of everything
 * about one thing, though nobody was ever sent it. The same words give the same one.
 */
export const conversationId = (about: string): string => `<${about}@${mailHost()}>`

/**
 * The headers of a notice: that a machine wrote it (RFC 3834), of which list it is (RFC 2919), how one
 * leaves it with one press (RFC 8058), and to what it belongs (RFC 5322, 3.6.4).
 */
export function noticeHeaders(notice: {
  group: MailGroup | null
  /** Where a POST ends mail of this kind. */
  unsubscribe: string
  conversation: string | null
}): Record<string, string> {
  const { group, unsubscribe, conversation } = notice
  return {
    "Auto-Submitted": "auto-generated",
    Precedence: "bulk",
    ...(group && { "List-Id": listId(group) }),
    "List-Unsubscribe": `<${unsubscribe}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    ...(conversation && {
      "In-Reply-To": conversationId(conversation),
      References: conversationId(conversation),
    }),
  }
}

/** `WG-Strategy <wg-strategy.rapporteur.example.org>`, with nothing that a header would have to escape. */
function listId({ slug, shortName }: MailGroup): string {
  const plain = shortName.replace(/[^\p{L}\p{N} ._-]/gu, "").trim()
  return `${plain} <${slug}.${mailHost()}>`
}
