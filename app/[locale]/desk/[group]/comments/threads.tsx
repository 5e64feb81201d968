"use client"

import { useTranslations } from "next-intl"
import { useMemo, useRef, useState } from "react"
import { Empty } from "@/app/ui/empty"
import type { TextRef, ThreadsView, ThreadView, TypedDraft } from "@/lib/comments/model"
import { answerThreadAction, openThreadAction } from "./actions"
import { Arrivals } from "./arrivals"
import { BeginForm, type Place } from "./begin-form"
import { BegunDrafts } from "./begun-drafts"
import type { FileAction } from "./filed"
import { FreshLine } from "./fresh-line"
import { Thread } from "./thread"
import { ThreadsContext, type ThreadsHand } from "./threads-context"
import { useReading } from "./use-reading"
import { useThreads } from "./use-threads"

const none = {}

/**
 * The threads of a text, under the names of its places, with a form for a new one. Rendered on the
 * server and whole without script; with it, what others say arrives by itself.
 *
 * @param initial from `listThreads(actor, on, locale, threadsWanted(searchParams))`.
 * @param consultationId the consultation of which alone threads are shown: read here is read of these.
 * @param base the address of the comments of the group's desk (`/fr/desk/wg-tides/comments`); null for
 *   readers without a desk, for whom nothing arrives by itself and no draft is kept.
 * @param query which threads of the text are shown, as the address says it (`page=2&state=open`).
 * @param beside all texts whose threads the page shows, this one among them; they share a connection.
 * @param places what threads can be about, in the order of the text.
 * @param at what the form for a new thread is about at first: `text`, `section:opening`.
 * @param open, answer, hidden actions of another page, where guests or a consultation file comments,
 *   and fields that their forms carry besides.
 */
export function Threads({
  initial,
  on,
  consultationId,
  base,
  query = "",
  beside,
  places,
  at = "text",
  whole = false,
  begins = !whole,
  open = openThreadAction,
  answer = answerThreadAction,
  hidden = none,
}: {
  initial: ThreadsView
  on: TextRef
  consultationId?: string
  base: string | null
  query?: string
  beside?: readonly TextRef[]
  places: readonly Place[]
  at?: string
  /** One thread alone, on its own page: open, and without a form for another. */
  whole?: boolean
  /** Whether a new thread can be begun here; a consultation has a form of its own. */
  begins?: boolean
  open?: FileAction
  answer?: FileAction
  hidden?: Readonly<Record<string, string>>
}) {
  const t = useTranslations("comments")
  const { view, reread, arrived } = useThreads(initial, { on, base, query, beside })
  const [typedHere] = useState(() => new Map<string, TypedDraft>())
  const list = useRef<HTMLDivElement>(null)
  useReading(list, view, base === null ? null : on, consultationId)
  const wholeText = on.kind === "row" ? t("form.wholeRow") : t("form.wholeText")
  const hand = useMemo((): ThreadsHand => {
    const { may, people, consultations, drafts, fresh, threads } = view
    const shown = new Set(threads.flatMap(({ comments }) => comments.map(({ id }) => id)))
    const nameOf = (place: string | null) =>
      whole ? (nameIn(places, place) ?? (place === null ? wholeText : null)) : null
    const given = { on, consultationId, base, open, answer, hidden }
    const read = { may, people, consultations, drafts, fresh, shown }
    return { ...given, ...read, typedHere, reread, nameOf }
  }, [
    view,
    typedHere,
    on,
    consultationId,
    base,
    open,
    answer,
    hidden,
    reread,
    places,
    whole,
    wholeText,
  ])
  const nameOfGroup = (place: string | null) =>
    place === null ? wholeText : (nameIn(places, place) ?? t("elsewhere"))
  const groups = grouped(view.threads, places)
  return (
    <ThreadsContext value={hand}>
      <div className="threads stack" ref={list}>
        <FreshLine view={view} />
        <Arrivals count={arrived} />
        {whole ? (
          <>
            {view.threads.map((thread) => (
              <Thread key={thread.id} thread={thread} open />
            ))}
            <BegunDrafts view={view} alone />
          </>
        ) : (
          <>
            {begins && view.may.write ? (
              <section className="panel pad" id="new-thread" aria-labelledby="new-thread-title">
                <h2 id="new-thread-title">{t("form.title")}</h2>
                <BeginForm view={view} places={places} at={at} />
                <BegunDrafts view={view} />
              </section>
            ) : null}
            {groups.length === 0 ? <Empty title={t("none")}>{t("noneWhy")}</Empty> : null}
            {groups.map(([place, threads]) => (
              <section
                key={place ?? "text"}
                id={begins ? `place-${place ?? "text"}` : undefined}
                className="place"
                aria-label={nameOfGroup(place)}
              >
                <h2>{nameOfGroup(place)}</h2>
                {threads.map((thread) => (
                  <Thread key={thread.id} thread={thread} />
                ))}
              </section>
            ))}
          </>
        )}
      </div>
    </ThreadsContext>
  )
}

const nameIn = (places: readonly Place[], wanted: string | null): string | null =>
  places.find(({ place }) => place === wanted)?.label ?? null

/** Threads by what they are about, in the order in which they come; what is unknown stands together. */
function grouped(
  threads: readonly ThreadView[],
  places: readonly Place[],
): [place: string | null, threads: ThreadView[]][] {
  const groups = new Map<string | null, ThreadView[]>()
  for (const thread of threads) {
    const isKnown = thread.under === null || nameIn(places, thread.under) !== null
    const key = isKnown ? thread.under : ""
    groups.set(key, [...(groups.get(key) ?? []), thread])
  }
  return [...groups]
}
