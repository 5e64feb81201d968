import { useTranslations } from "next-intl"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import { Button, ButtonLink } from "@/app/ui/button"
import type { CommentedPassage } from "@/lib/comments/anchors/queries"
import { passageKey, type TextRef, type ThreadsView, type TypedDraft } from "@/lib/comments/model"
import { answerThreadAction, openThreadAction } from "../actions"
import { BeginForm, type Place } from "../begin-form"
import { FreshLine } from "../fresh-line"
import { Thread } from "../thread"
import { ThreadsContext, type ThreadsHand } from "../threads-context"
import { useReading } from "../use-reading"
import { textQuery, useThreads } from "../use-threads"
import { BegunBeside } from "./begun-beside"
import { PassageForm } from "./passage-form"
import { ToPassage } from "./to-passage"
import type { Commenting } from "./use-commenting"
import { useFocusOn } from "./use-focus-on"

/** What a page brings for the comments beside its text: the first of the open threads, and the ways to all. */
export type CommentsGiven = {
  initial: ThreadsView
  on: TextRef
  /** The address of the comments of the group's desk. */
  base: string
  places: Place[]
  /** Where all threads of the text stand. */
  allHref: string
}

const openThreads = "state=open"
const none = {}

/** The open threads of a text beside it, with the form for what is selected. Typing renders nothing of it. */
export function CommentsBeside({
  given: { initial, on, base, places, allHref },
  commenting,
  counted,
  reveal,
}: {
  given: CommentsGiven
  commenting: Commenting
  /** Told how many threads of the text are open. */
  counted: (open: number) => void
  /** Brings this list into sight. */
  reveal: () => void
}) {
  const t = useTranslations("comments")
  const { passages, asked, picked, pick, ask, drop } = commenting
  // A thread that does not stand on the first page is shown alone.
  const [alone, setAlone] = useState<string | null>(null)
  const query = alone === null ? openThreads : `thread=${alone}`
  const { view, reread } = useThreads(initial, { on, base, query })
  useEffect(() => counted(view.total.open), [view, counted])
  const [typedHere] = useState(() => new Map<string, TypedDraft>())
  const list = useRef<HTMLDivElement>(null)
  useReading(list, view, on)
  useMarked(`${base}/passages?${textQuery(on)}`, view, passages.set)
  const isFirst = useRef(true)
  useEffect(() => {
    if (!isFirst.current && query) reread()
    isFirst.current = false
  }, [query, reread])
  useEffect(() => {
    if (picked && !view.threads.some(({ id }) => id === picked.id)) setAlone(picked.id)
  }, [picked, view])
  useFocusOn(list, { asked, picked, view, reveal })
  const hand = useMemo((): ThreadsHand => {
    const { may, people, consultations, drafts, fresh, threads } = view
    const shown = new Set(threads.flatMap(({ comments }) => comments.map(({ id }) => id)))
    const nameOf = (wanted: string | null) =>
      wanted === null
        ? t("form.wholeText")
        : (places.find(({ place }) => place === wanted)?.label ?? null)
    const files = { open: openThreadAction, answer: answerThreadAction, hidden: none }
    const read = { may, people, consultations, drafts, fresh, shown, typedHere }
    return { ...{ on, base, reread, nameOf, passages }, ...read, ...files }
  }, [view, on, base, reread, places, passages, typedHere, t])
  const filed = useCallback(
    ({ threadId }: { threadId: string }) => {
      ask(null)
      pick(threadId, true)
    },
    [ask, pick],
  )
  return (
    <ThreadsContext value={hand}>
      <div className="threads beside-threads stack" ref={list}>
        {asked?.kind === "passage" ? (
          <PassageForm
            key={passageKey(on, asked.fragment, asked.anchor)}
            {...{ asked, view, filed, drop }}
          />
        ) : null}
        {asked?.kind === "place" ? (
          <section className="thread" aria-label={t("form.title")}>
            <BeginForm key={asked.at} view={view} places={places} at={asked.at} />
            <Button type="button" kind="quiet" small onClick={drop}>
              {t("form.drop")}
            </Button>
          </section>
        ) : null}
        <BegunBeside {...{ view, commenting }} />
        <FreshLine view={view} />
        {view.threads.length === 0 ? <p className="small muted">{t("noneOpen")}</p> : null}
        {view.threads.map((thread) => (
          <Thread
            key={thread.id}
            thread={thread}
            open={thread.id === alone}
            extra={thread.passage ? <ToPassage {...{ thread, commenting }} /> : null}
          />
        ))}
        <div className="btns">
          {alone === null ? null : (
            <Button type="button" small onClick={() => setAlone(null)}>
              {t("allOpen")}
            </Button>
          )}
          <ButtonLink href={allHref} kind="quiet" small>
            {t("pane.all")}
          </ButtonLink>
        </div>
      </div>
    </ThreadsContext>
  )
}

/** Asks for the commented passages, and again whenever the threads were read anew. */
function useMarked(
  href: string,
  view: ThreadsView,
  set: (rows: readonly CommentedPassage[]) => void,
): void {
  useEffect(() => {
    let isOld = view === null
    fetch(href)
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((rows: CommentedPassage[] | null) => {
        if (rows && !isOld) set(rows)
      })
      .catch(() => {
        // The next thing that is said asks again; what is marked already stays.
      })
    return () => {
      isOld = true
    }
  }, [href, view, set])
}
