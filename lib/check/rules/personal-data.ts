import { type Finding, type ParagraphFact, placeAt, quoteAt, type ReportFacts } from "../model"
import { findSecrets, isOfficeAddress, masked, secretIn, withoutSecret } from "../secrets"

/** No more than this many are named in one report. */
const MOST = 100

/**
 * A mail address, a telephone number, or what opens the door to a call stands in a text that becomes
 * public. The address of an office, as "secretariat@…", is only a note.
 */
export function personalData({
  paragraphs,
  links,
}: Pick<ReportFacts, "paragraphs" | "links">): Finding[] {
  const inText = paragraphs.flatMap((paragraph) =>
    findSecrets(paragraph.text).map(named(paragraph)),
  )
  const behind = links.flatMap(({ text, href, at }): Finding[] => {
    const mail = /^mailto:([^?]{1,200})/i.exec(href)?.[1]
    const kind = mail ? "mail" : secretIn(href) ? "link" : null
    // What stands in the text itself has been named there.
    if (kind === null || text.includes(mail ?? href)) return []
    return [
      {
        rule: "personal-data",
        severity: mail && isOfficeAddress(mail) ? "note" : "error",
        place: placeAt(at),
        // The words before an address are public anyway: a short one is said whole.
        values: { kind, text: mail || text.length > 6 ? masked(mail ?? text) : text, href },
        fix: kind === "mail" ? "" : withoutSecret(href),
      },
    ]
  })
  return [...inText, ...behind].slice(0, MOST)
}

function named(paragraph: ParagraphFact) {
  return ({ kind, from, to, replacement }: ReturnType<typeof findSecrets>[number]): Finding => {
    const text = paragraph.text.slice(from, to)
    return {
      rule: "personal-data",
      severity: kind === "mail" && isOfficeAddress(text) ? "note" : "error",
      ...quoteAt(paragraph, from, to),
      values: { kind, text: masked(text) },
      replacement,
    }
  }
}
