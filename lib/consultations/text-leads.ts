import type { DocumentText } from "@/lib/documents/model"
import type { Leads } from "@/lib/documents/render"
import type { OpenText } from "./open-texts"

/** An open text with where the links in it lead for its reader, by their `href`. */
export type ReadableText = OpenText & { leads: Leads }

/**
 * Step: adds to each text where its links lead. Minutes have no links within the group. `leadsOf` is
 * asked for each document: there are a handful of them, and each has missing documents of its own.
 */
export async function withLeads(
  texts: readonly OpenText[],
  leadsOf: (text: DocumentText, documentId: string) => Promise<Leads>,
): Promise<ReadableText[]> {
  return Promise.all(
    texts.map(async (text) => ({
      ...text,
      leads: text.body.kind === "document" ? await leadsOf(text.body.text, text.textId) : {},
    })),
  )
}
