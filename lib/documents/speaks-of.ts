import type { Spoken } from "@/lib/links/spoken"
import { documentLinks, referenceIn } from "./links"
import type { DocumentText } from "./model"

/** What a document speaks of: where its links lead, within the group and by address. */
export function speaksOf(text: DocumentText): Spoken[] {
  return documentLinks(text).map(({ href, words }): Spoken => {
    const reference = referenceIn(href)
    if (!reference) return { to: "address", href, words }
    return reference.to === "missing" ? reference : { ...reference, words }
  })
}
