import { getDeskGroup } from "@/lib/groups/queries"
import { getMinutesForEditor } from "@/lib/minutes/queries"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

export type MinutesParams = Promise<{ group: string; meeting: string }>

/** The minutes of a meeting as a desk page shows them; `base` is the address of their page. */
export async function loadMinutes(params: MinutesParams) {
  const [{ group: slug, meeting: ref }, actor, locale] = await Promise.all([
    params,
    currentActor(),
    getLocale(),
  ])
  const group = await answer(getDeskGroup(actor, slug))
  const found = await answer(getMinutesForEditor(actor, group.id, ref, locale))
  return {
    ...found,
    group,
    locale,
    base: localePath(locale, `/desk/${slug}/meetings/${ref}/minutes`),
  }
}
