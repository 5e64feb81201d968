"use client"

import { useTranslations } from "next-intl"
import { useEffect, useId, useRef } from "react"
import { Button } from "@/app/ui/button"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import {
  editKey,
  isTyped,
  newKey,
  type ThreadsView,
  type TypedDraft,
  textIdOf,
} from "@/lib/comments/model"
import { discardBegunAction } from "./actions"
import { hasEditForm } from "./comment-acts"
import { useHand } from "./threads-context"

/**
 * Comments that the reader began and did not send, to be read and to be discarded; beside the text also
 * to go on with. With `goOn`, also what stands in the form for a new comment; of `open` ones the form is
 * in sight already. Other words for a comment are among them where it has no form; with `alone` only
 * those for the comments in sight.
 */
export function BegunDrafts({
  view,
  alone = false,
  open = [],
  goOn,
}: {
  view: ThreadsView
  alone?: boolean
  open?: readonly string[]
  goOn?: (key: string, draft: TypedDraft) => void
}) {
  const t = useTranslations("comments.begun")
  const { on, typedHere, reread } = useHand()
  const [state, discard] = useAnswered(discardBegunAction)
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const told = useRef<unknown>(null)
  useEffect(() => {
    if (!state?.ok || told.current === state) return
    told.current = state
    typedHere.delete(state.data.key)
    // The button that was pressed goes with what it discarded.
    heading.current?.focus()
    reread()
  }, [state, typedHere, reread])
  const own = newKey(on)
  const { shown, forms } = editsIn(view)
  const isListed = (key: string) =>
    isEdit(key)
      ? !forms.has(key) && (!alone || shown.has(key))
      : !alone && key.startsWith(`${textIdOf(on)}:`) && (goOn !== undefined || key !== own)
  const begun = [...new Map([...Object.entries(view.drafts), ...typedHere])].filter(
    ([key, draft]) => isListed(key) && !open.includes(key) && isTyped(draft),
  )
  if (begun.length === 0 && state === null) return null
  return (
    <section className="begun-drafts" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {t("title")}
      </h3>
      {state?.ok ? (
        <p className="small" role="status">
          {t("discarded")}
        </p>
      ) : null}
      {state && !state.ok ? (
        <ErrorSummary title={t("notDiscarded")} message={state.message} />
      ) : null}
      {begun.length > 0 ? (
        <p className="small muted">{goOn ? t("why") : t("whyElsewhere")}</p>
      ) : null}
      {begun.map(([key, draft], nth) => {
        const words = `${id}-${nth}`
        return (
          <div key={key} className="thread">
            <div id={words}>
              {isEdit(key) ? <p className="small muted">{t("editOf")}</p> : null}
              <Typed draft={draft} />
            </div>
            <form action={discard} className="btns" noValidate>
              <input type="hidden" name="on.kind" value={on.kind} />
              <input type="hidden" name="on.id" value={textIdOf(on)} />
              <input type="hidden" name="key" value={key} />
              {goOn && (draft.quote !== null || key === own) ? (
                <Button
                  type="button"
                  kind="plain"
                  small
                  aria-describedby={words}
                  onClick={() => goOn(key, draft)}
                >
                  {t("goOn")}
                </Button>
              ) : null}
              <SubmitButton kind="quiet" small working={t("discarding")} aria-describedby={words}>
                {t("discard")}
              </SubmitButton>
            </form>
          </div>
        )
      })}
    </section>
  )
}

const isEdit = (key: string) => key.startsWith(editKey(""))

/** Of the comments of the reader that are shown, the keys under which other words are kept: all, and those with a form. */
function editsIn({ threads, may }: ThreadsView) {
  const own = threads.flatMap((thread) =>
    thread.comments
      .filter(({ mine }) => mine)
      .map((comment) => ({ key: editKey(comment.id), has: hasEditForm(comment, thread, may) })),
  )
  return {
    shown: new Set(own.map(({ key }) => key)),
    forms: new Set(own.filter(({ has }) => has).map(({ key }) => key)),
  }
}

/** What was typed, under the words that it is about. */
function Typed({ draft: { quote, text, proposal } }: { draft: TypedDraft }) {
  const t = useTranslations("comments.begun")
  return (
    <>
      {quote ? (
        <blockquote className="passage" dir="auto">
          <mark>{quote.quote}</mark>
        </blockquote>
      ) : null}
      {text ? (
        <p className="as-typed" dir="auto">
          {text}
        </p>
      ) : null}
      {proposal ? (
        <p className="as-typed" dir="auto">
          {t("proposes", { words: proposal })}
        </p>
      ) : null}
    </>
  )
}
