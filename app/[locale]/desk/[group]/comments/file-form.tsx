"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, useState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { type TakingConsultation, textIdOf } from "@/lib/comments/model"
import type { ActionResult } from "@/lib/platform/action"
import { CountedTo } from "./counted-to"
import type { FileAction, Filed } from "./filed"
import { useHand } from "./threads-context"
import { useDraft } from "./use-draft"
import { WordsField } from "./words-field"

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
  draft: typedBefore,
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
  draft: string
  label: string
  send: string
  /** Whether words can be proposed in the place of others. */
  proposes?: boolean
  /** To which consultations it can count, the usual one first. */
  consultations: readonly TakingConsultation[]
  /** Folds the form under it, until it is asked for, holds a draft or was refused. */
  summary?: string
  /** Fields that stand before the words. */
  children?: ReactNode
  /** Called once for each comment that was filed. */
  filed?: (comment: Filed) => void
}) {
  const t = useTranslations("comments.form")
  const { on, base, hidden: always, reread, withheld } = useHand()
  const [state, action] = useActionState(file, null)
  // A page that is read again brings another one; what is being written keeps the first until it is filed.
  const [first] = useState({ draft: typedBefore, unnamed: withheld.includes(draftKey) })
  const [submission, setSubmission] = useState(given)
  const { typed, drop, state: kept } = useDraft(base && `${base}/drafts`)
  const told = useRef<string | null>(null)
  const refused = state && !state.ok ? state : null
  useEffect(() => {
    const next = nextOf(state)
    if (next) setSubmission(next)
    if (!state?.ok || told.current === state.data.commentId) return
    told.current = state.data.commentId
    reread()
    filed?.(state.data)
  }, [state, reread, filed])
  const entered = refused?.entered ?? (first.unnamed && !state ? { unnamed: "on" } : undefined)
  const value = refused ? (refused.entered?.text ?? "") : state?.ok ? "" : first.draft
  const fields = refused?.fields && {
    ...(refused.fields.text && { [`${id}-text`]: refused.fields.text }),
    ...(refused.fields.proposal && { [`${id}-proposal`]: refused.fields.proposal }),
  }
  const isKept = kept === "kept" || (kept === "untouched" && first.draft !== "" && !state)
  const keep = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const fields = new FormData(currentTarget)
    const said = { text: String(fields.get("text") ?? ""), unnamed: fields.has("unnamed") }
    typed({ on: { kind: on.kind, id: textIdOf(on) }, key: draftKey, ...said })
  }
  const content = (
    <form action={action} className="stack file-form" noValidate onChange={keep} onSubmit={drop}>
      {refused ? (
        <ErrorSummary title={t("notFiled")} message={refused.message} fields={fields} />
      ) : null}
      {Object.entries({ ...always, ...hidden }).map(([name, content]) => (
        <input type="hidden" key={name} name={name} value={content} />
      ))}
      <input type="hidden" name="submission" value={submission} />
      <input type="hidden" name="draft" value={draftKey} />
      {children}
      <WordsField id={`${id}-text`} label={label} value={value} error={refused?.fields?.text} />
      {proposes ? (
        <details className="quiet-details" open={Boolean(refused?.entered?.proposal)}>
          <summary>{t("propose")}</summary>
          <TextArea
            id={`${id}-proposal`}
            name="proposal"
            label={t("proposal")}
            hint={t("proposalHint")}
            optional
            rows={3}
            defaultValue={refused?.entered?.proposal ?? ""}
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
    <details className="act answer" open={refused !== null || first.draft !== "" || undefined}>
      <summary>{summary}</summary>
      {content}
    </details>
  )
}

/** The submission of what is sent next: after one that was filed, or was filed before with other words. */
function nextOf(state: ActionResult<Filed> | null): string | null {
  if (state?.ok) return state.data.next
  const data = state?.data
  const isGiven = typeof data === "object" && data !== null && "next" in data
  return isGiven && typeof data.next === "string" ? data.next : null
}
