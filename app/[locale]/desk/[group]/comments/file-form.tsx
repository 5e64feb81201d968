"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { isTyped, type TakingConsultation, type TypedDraft, textIdOf } from "@/lib/comments/model"
import type { ActionResult } from "@/lib/platform/action"
import { CountedTo } from "./counted-to"
import type { FileAction, Filed } from "./filed"
import { useHand } from "./threads-context"
import { useDraft } from "./use-draft"
import { useTyping } from "./use-typing"
import { WordsField } from "./words-field"

export type RefusedFile = Extract<ActionResult<Filed>, { ok: false }>

/**
 * Files a comment: an answer, or the first of a thread. `hidden` says of what; `draftKey` is where it is
 * kept while it is typed. The form of one submission counts once, however often it is sent.
 */
export function FileForm({
  id,
  action: file,
  hidden,
  submission: given,
  draftKey,
  draft: stored,
  label,
  send,
  proposes = false,
  consultations,
  summary,
  children,
  filed,
}: {
  id: string
  action: FileAction
  hidden: Readonly<Record<string, string>>
  submission: string
  draftKey: string
  /** What was kept of it before. */
  draft: TypedDraft | undefined
  label: string
  send: string
  /** Whether words can be proposed in the place of others. */
  proposes?: boolean
  /** To which consultations it can count, the usual one first. */
  consultations: readonly TakingConsultation[]
  /** Folds the form under it, until it is asked for, holds a draft or was refused. */
  summary?: string
  /** Fields that stand before the words, given what was refused and the words of the text in the draft. */
  children?: (refused: RefusedFile | null, quote: string) => ReactNode
  /** Called once for each comment that was filed. */
  filed?: (comment: Filed) => void
}) {
  const t = useTranslations("comments.form")
  const { on, base, hidden: always, reread, typedHere } = useHand()
  const [state, action] = useAnswered(file)
  // A page that is read again brings another one; what is being written keeps the first until it is filed.
  const [first] = useState(() => typedHere.get(draftKey) ?? stored)
  const [submission, setSubmission] = useState(given)
  const { typed, pause, settle, state: kept } = useDraft(base && `${base}/drafts`)
  const told = useRef<string | null>(null)
  const refused = state && !state.ok ? state : null
  useEffect(() => {
    settle(state)
    const next = nextOf(state)
    if (next) setSubmission(next)
    if (!state?.ok || told.current === state.data.commentId) return
    told.current = state.data.commentId
    typedHere.set(draftKey, nothing)
    reread()
    filed?.(state.data)
  }, [state, settle, reread, filed, typedHere, draftKey])
  const entered = refused?.entered ?? (first?.unnamed && !state ? { unnamed: "on" } : undefined)
  const fresh = state?.ok ? undefined : first
  const value = refused ? (refused.entered?.text ?? "") : (fresh?.text ?? "")
  const proposal = refused ? (refused.entered?.proposal ?? "") : (fresh?.proposal ?? "")
  const fields = refused?.fields && {
    ...(refused.fields.text && { [`${id}-text`]: refused.fields.text }),
    ...(refused.fields.quote && { [`${id}-quote`]: refused.fields.quote }),
    ...(refused.fields.proposal && { [`${id}-proposal`]: refused.fields.proposal }),
  }
  // Of what was typed here before and left, only its own answer says that it is kept.
  const isStored = first !== undefined && first === stored && isTyped(first)
  const isKept = kept === "kept" || (kept === "untouched" && isStored && !state)
  const typing = useTyping((form) => {
    const draft = typedIn(form)
    typedHere.set(draftKey, draft)
    const { place, quote, ...said } = draft
    const about = { ...(place && { place }), ...(quote && { quote }) }
    typed({ on: { kind: on.kind, id: textIdOf(on) }, key: draftKey, ...said, ...about })
  })
  const content = (
    <form action={action} className="stack file-form" noValidate onSubmit={pause} {...typing}>
      {refused ? (
        <ErrorSummary title={t("notFiled")} message={refused.message} fields={fields} />
      ) : null}
      {Object.entries({ ...always, ...hidden }).map(([name, content]) => (
        <input type="hidden" key={name} name={name} value={content} />
      ))}
      <input type="hidden" name="submission" value={submission} />
      <input type="hidden" name="draft" value={draftKey} />
      {state?.ok && state.data.isFirstOfSeveral ? (
        <Notice kind="ok" title={t("filed")} announce>
          <p>{t("firstOfSeveral")}</p>
        </Notice>
      ) : null}
      {children?.(refused, fresh?.quote?.quote ?? "")}
      <WordsField id={`${id}-text`} label={label} value={value} error={refused?.fields?.text} />
      {proposes ? (
        <details className="quiet-details" open={proposal !== "" || undefined}>
          <summary>{t("propose")}</summary>
          <TextArea
            id={`${id}-proposal`}
            name="proposal"
            label={t("proposal")}
            hint={t("proposalHint")}
            optional
            rows={3}
            defaultValue={proposal}
            error={refused?.fields?.proposal}
          />
        </details>
      ) : null}
      <CountedTo id={id} consultations={consultations} entered={entered} />
      <div className="btns">
        <SubmitButton kind="plain" small working={t("sending")}>
          {send}
        </SubmitButton>
        <span className="hint" aria-live="polite">
          {kept === "lost" ? t("draftLost") : isKept ? t("draftKept") : t("markup")}
        </span>
      </div>
    </form>
  )
  if (summary === undefined) return content
  return (
    <details className="act answer" open={refused !== null || isTyped(first) || undefined}>
      <summary>{summary}</summary>
      {content}
    </details>
  )
}

const nothing: TypedDraft = { text: "", proposal: "", unnamed: false, place: null, quote: null }

/** What stands in the fields of the form, and what it is about. */
function typedIn(form: HTMLFormElement): TypedDraft {
  const fields = new FormData(form)
  const said = (name: string) => String(fields.get(name) ?? "")
  const quote = { quote: said("quote"), before: said("before"), after: said("after") }
  return {
    ...{ text: said("text"), proposal: said("proposal"), unnamed: fields.has("unnamed") },
    place: said("at") || null,
    quote: quote.quote === "" ? null : quote,
  }
}

/** The submission of what is sent next: after one that was filed, or was filed before with other words. */
function nextOf(state: ActionResult<Filed> | null): string | null {
  if (state?.ok) return state.data.next
  const data = state?.data
  const isGiven = typeof data === "object" && data !== null && "next" in data
  return isGiven && typeof data.next === "string" ? data.next : null
}
