import { notFound } from "next/navigation"
import { cache } from "react"
import { getDeskGroup } from "@/lib/groups/queries"
import { getRevision } from "@/lib/minutes/history"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

export type RevisionParams = Promise<{ group: string; meeting: string; revision: string }>

const load = cache(async (slug: string, ref: string, asked: string) => {
  const [actor, locale] = await Promise.all([currentActor(), getLocale()])
  const group = await answer(getDeskGroup(actor, slug))
  if (!/^[1-9]\d{0,8}$/.test(asked)) notFound()
  const revision = await answer(getRevision(actor, group.id, ref, Number(asked)))
  const base = localePath(locale, `/desk/${slug}/meetings/${revision.meeting.id}/minutes`)
  return { ...revision, locale, base }
})

/** One revision as a desk page shows it; `base` is the address of the minutes' page. */
export async function loadRevision(params: RevisionParams) {
  const { group, meeting, revision } = await params
  return load(group, meeting, revision)
}
