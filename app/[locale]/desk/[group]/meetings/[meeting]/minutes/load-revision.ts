import { notFound } from "next/navigation"
import { cache } from "react"
import { getDeskGroup } from "@/lib/groups/queries"
import { getComparison, getRevision } from "@/lib/minutes/read-revisions"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

export type RevisionParams = Promise<{ group: string; meeting: string; revision: string }>

const open = async (slug: string) => {
  const [actor, locale] = await Promise.all([currentActor(), getLocale()])
  const group = await answer(getDeskGroup(actor, slug))
  const baseOf = (id: string) => localePath(locale, `/desk/${slug}/meetings/${id}/minutes`)
  return { actor, locale, group, baseOf }
}

/** The number of a revision as an address has it; undefined when it is none. */
export function revisionNumber(asked: string | undefined): number | undefined {
  return /^[1-9]\d{0,8}$/.test(asked ?? "") ? Number(asked) : undefined
}

const load = cache(async (slug: string, ref: string, asked: string) => {
  const { actor, locale, group, baseOf } = await open(slug)
  const number = revisionNumber(asked) ?? notFound()
  const found = await answer(getRevision(actor, group.id, ref, number))
  return { ...found, locale, base: baseOf(found.meeting.id) }
})

/** One revision as a desk page shows it; `base` is the address of the minutes' page. */
export async function loadRevision(params: RevisionParams) {
  const { group, meeting, revision } = await params
  return load(group, meeting, revision)
}

const loadPair = cache(async (slug: string, ref: string, from?: string, to?: string) => {
  const { actor, locale, group, baseOf } = await open(slug)
  const pair = { from: revisionNumber(from), to: revisionNumber(to) }
  const found = await answer(getComparison(actor, group.id, ref, pair))
  return { ...found, locale, base: baseOf(found.meeting.id) }
})

/** Two revisions as a desk page compares them. */
export async function loadComparison(
  params: Promise<{ group: string; meeting: string }>,
  query: Promise<{ from?: string; to?: string }>,
) {
  const [{ group, meeting }, { from, to }] = await Promise.all([params, query])
  return loadPair(group, meeting, from, to)
}
