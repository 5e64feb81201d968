import type { Transaction } from "@/db/client"
import { textName } from "@/lib/notices/sentence"
import { translatorFor } from "@/lib/platform/i18n"
import { writeMail } from "@/lib/platform/mail"
import { addressesOf } from "./addresses"
import { type LinkedRequest, quoteAddress } from "./quote-link"

/** Step: tells somebody that their other words were not taken over, and why; nothing without a known address. */
export async function mailDecline(
  tx: Transaction,
  request: LinkedRequest,
  reason: string,
): Promise<void> {
  const { id, personId, name, group, meeting } = request
  const to = personId ? (await addressesOf(tx, [personId])).get(personId) : undefined
  if (!to) return
  const t = translatorFor(to.locale)
  const values = {
    name,
    reason,
    group: group.name,
    meeting: textName({ t }, meeting),
    link: quoteAddress(id, group.slug, to.locale),
  }
  await writeMail(tx, {
    to: to.email,
    subject: t("reviews.mail.declined.subject", values),
    text: t("reviews.mail.declined.text", values),
  })
}
