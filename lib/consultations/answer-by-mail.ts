import { textName } from "@/lib/notices/sentence"
import type { translatorFor } from "@/lib/platform/i18n"
import type { ConsultationText } from "./model"
import { type ReplyTo, replyAddress } from "./reply-address"

type NamedText = Pick<ConsultationText, "id" | "title"> & { number: number | null }

/**
 * How somebody answers the mail about a consultation: to which address, and what the mail says of it. An
 * answer to the mail itself stands on the first text; with several of them each is listed with an
 * address of its own. Neither where the portal takes no mail in.
 */
export function answerByMail(
  t: ReturnType<typeof translatorFor>,
  { id, texts }: { id: string; texts: readonly NamedText[] },
  author: ReplyTo["author"],
): { replyTo: string | null; lines: string[] } {
  const replyTo = replyAddress({ about: { kind: "consultation", id }, author })
  const [first] = texts
  if (!replyTo || !first || texts.length === 1) return { replyTo, lines: [] }
  const name = (text: NamedText) => textName({ t }, text)
  const list = texts.map((text) => {
    const address = replyAddress({ about: { kind: "text", id: text.id }, author })
    return `${name(text)}\n  mailto:${address}`
  })
  return {
    replyTo,
    lines: [t("consultations.mail.severalTexts", { first: name(first) }), list.join("\n")],
  }
}
