import { cache } from "react"
import { getMapping } from "@/lib/mapping/queries"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

export type MappingParams = Promise<{ group: string; mandate: string }>

const load = cache(async (group: string, mandate: string) => {
  const [actor, locale] = await Promise.all([currentActor(), getLocale()])
  const mapping = await answer(getMapping(actor, group, mandate))
  return { locale, mapping, base: localePath(locale, `/desk/${group}/mapping/${mandate}`) }
})

/** A mapping as the page of its editions begins; `base` is the address of its table. */
export async function loadMapping(params: MappingParams) {
  const { group, mandate } = await params
  return load(group, mandate)
}
