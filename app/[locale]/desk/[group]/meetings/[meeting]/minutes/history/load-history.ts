import { getDeskGroup } from "@/lib/groups/queries"
import { listRevisions } from "@/lib/minutes/history"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import type { MinutesParams } from "../load-minutes"
import { revisionNumber } from "../load-revision"

/** `before` pages, `named` filters, `name` asks for the form that names a revision. */
export type HistoryQuery = { before?: string; named?: string; name?: string }

type Asked = { [Key in keyof HistoryQuery]?: string | undefined }

/** A page of the history as the desk shows it; `address` leads to it otherwise filtered. */
export async function loadHistory(params: MinutesParams, query: Promise<HistoryQuery>) {
  const [{ group: slug, meeting: ref }, asked, actor, locale] = await Promise.all([
    params,
    query,
    currentActor(),
    getLocale(),
  ])
  const group = await answer(getDeskGroup(actor, slug))
  const named = asked.named === "1"
  const before = revisionNumber(asked.before)
  const found = await answer(listRevisions(actor, group.id, ref, { before, named, locale }))
  const base = localePath(locale, `/desk/${slug}/meetings/${found.meeting.id}/minutes`)
  const asks = revisionNumber(asked.name)
  const wanted = found.revisions.find(({ number }) => number === asks)
  const address = (asking: Asked) => {
    const given = Object.entries(asking).filter((pair): pair is [string, string] => !!pair[1])
    return `${base}/history${given.length > 0 ? `?${new URLSearchParams(given)}` : ""}`
  }
  return {
    ...found,
    named,
    base,
    address,
    here: { before: before?.toString(), named: named ? "1" : undefined },
    naming: wanted && found.may.name ? { number: wanted.number, name: wanted.name } : null,
    suggested: suggestedPair(found),
  }
}

/** The two that are marked at first: as far as they stand on this page, else its newest and its next. */
function suggestedPair({ revisions, newest, base }: Awaited<ReturnType<typeof listRevisions>>) {
  const shown = new Set(revisions.map(({ number }) => number))
  const [first, second] = revisions
  const to = shown.has(newest) ? newest : first?.number
  const from = base !== null && shown.has(base) && to === newest ? base : second?.number
  return { from: from ?? to, to }
}
