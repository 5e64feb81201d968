import { cache } from "react"
import { getMapping } from "@/lib/mapping/queries"
import { readRecentTable } from "@/lib/mapping/recent-table"
import { personOf } from "@/lib/platform/actor"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

export type MappingParams = Promise<{ group: string; mandate: string }>

const load = cache(async (group: string, mandate: string) => {
  const [actor, locale] = await Promise.all([currentActor(), getLocale()])
  const mapping = await answer(getMapping(actor, group, mandate))
  const desk = localePath(locale, `/desk/${group}`)
  return { actor, locale, mapping, desk, base: `${desk}/mapping/${mandate}` }
})

/** A mapping as the pages about it begin; `base` is the address of its grid. */
export async function loadMapping(params: MappingParams) {
  const { group, mandate } = await params
  return load(group, mandate)
}

/** A mapping with its whole table, and whoever reads it. */
export async function loadTable(params: MappingParams) {
  const loaded = await loadMapping(params)
  const { actor, mapping } = loaded
  const me = {
    id: personOf(actor) ?? "",
    name: actor.kind === "account" ? actor.name : "",
  }
  return { ...loaded, me, table: await readRecentTable(mapping) }
}
