import { eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { documents } from "@/db/schema/documents"
import { countQuote, findQuote, type Searched } from "@/lib/consultations/quote"
import { findCurrentText } from "@/lib/documents/current-text"
import { sectionsOf } from "@/lib/documents/sections"
import { blockText, docText, type MinutesText, sectionOf } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { Refusal } from "@/lib/platform/errors"
import type { Quote, TextRef, ThreadAbout } from "./model"

/** Where words stand that were copied into a form, and whether they stand there again further down. */
export type QuotedWords = {
  about: "passage"
  place: string
  passage: Quote
  isFirstOfSeveral: boolean
}

/**
 * The passage of words that somebody copied from the whole text or from the part that they chose, as it
 * stands at this moment; the first of several. Refuses with `invalid` words that do not stand there.
 */
export async function findQuotedWords(
  reader: Reader,
  text: TextRef,
  { about, place }: { about: ThreadAbout; place: string | null },
  quote: string,
): Promise<QuotedWords> {
  const searched = await searchedIn(reader, text, about === "action" ? place : null)
  const section = about === "action" ? null : place
  const found = searched && findQuote(searched, quote, section)
  if (!found) throw new Refusal("invalid", "fields", {}, { quote: "consultation.quoteUnknown" })
  return { about: "passage", ...found, isFirstOfSeveral: countQuote(searched, quote, section) > 1 }
}

/** The words of a text by its sections, or those of one action of minutes in the section that holds it. */
async function searchedIn(
  reader: Reader,
  text: TextRef,
  action: string | null,
): Promise<Searched | null> {
  if (text.kind === "row") return null
  if (text.kind === "minutes") {
    const current = await getCurrentText(reader, text.meetingId)
    if (!current) return null
    return { kind: "minutes", sections: sectionsIn(current.text, action) }
  }
  const [document] = await reader
    .select({ revision: documents.revision })
    .from(documents)
    .where(eq(documents.id, text.documentId))
  if (!document) return null
  const current = await findCurrentText(reader, text.documentId, document.revision)
  const sections = sectionsOf(current.text).map(({ id: place, ...words }) => ({ place, ...words }))
  return { kind: "document", sections }
}

function sectionsIn(text: MinutesText, action: string | null): Searched["sections"] {
  return text.order.flatMap((place) => {
    const doc = sectionOf(text, place)
    if (action === null) return [{ place, words: docText(doc), notes: "" }]
    const isIt = (block: (typeof doc.content)[number]) =>
      block.type === "action" && block.attrs.id === action
    return doc.content.filter(isIt).map((block) => ({ place, words: blockText(block), notes: "" }))
  })
}
