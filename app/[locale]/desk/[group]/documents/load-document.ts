import { cache } from "react"
import { getDocument } from "@/lib/documents/queries"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

export type DocumentParams = Promise<{ group: string; document: string }>

const load = cache(async (group: string, slug: string) => {
  const [actor, locale] = await Promise.all([currentActor(), getLocale()])
  const document = await answer(getDocument(actor, group, slug))
  const list = localePath(locale, `/desk/${group}/documents`)
  return {
    ...{ actor, locale, document, list },
    base: `${list}/${slug}`,
    /** What further reads ask with. */
    of: {
      groupId: document.group.id,
      groupSlug: document.group.slug,
      documentId: document.id,
    },
  }
})

/** A document as the pages about it begin; `base` is the address of its own page. */
export async function loadDocument(params: DocumentParams) {
  const { group, document } = await params
  return load(group, document)
}
