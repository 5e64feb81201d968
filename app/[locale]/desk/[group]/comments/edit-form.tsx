"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { type CommentView, editKey, isTyped, textIdOf } from "@/lib/comments/model"
import { ActForm } from "./act-form"
import { editCommentAction } from "./actions"
import { useHand } from "./threads-context"
import { useDraft } from "./use-draft"
import { useTyping } from "./use-typing"
import { WordsField } from "./words-field"

/** Other words for one's own comment, kept while they are typed. Give it what the comment says as its `key`. */
export function EditForm({ comment: { id, text, proposal, applied } }: { comment: CommentView }) {
  const t = useTranslations("comments.edit")
  const of = useTranslations("comments.form")
  const { on, base, drafts, typedHere } = useHand()
  const key = editKey(id)
  // A page that is read again may bring a newer draft; what is being written keeps the first.
  const [first] = useState(drafts[key])
  const { typed, pause, settle, state: kept } = useDraft(base && `${base}/drafts`)
  const proposes = proposal !== null && !applied
  // What was saved is no draft any more; what was not is read elsewhere once the form goes.
  useEffect(() => {
    const here = typedHere.get(key)
    const isSame = here?.text.trim() === text.trim() && here.proposal.trim() === (proposal ?? "")
    if (isSame) typedHere.delete(key)
  }, [typedHere, key, text, proposal])
  const typing = useTyping((form) => {
    const fields = new FormData(form)
    const said = {
      text: String(fields.get("text") ?? ""),
      ...(proposes && { proposal: String(fields.get("proposal") ?? "") }),
    }
    const rest = { unnamed: false, place: null, quote: null }
    typedHere.set(key, { proposal: proposal ?? "", ...said, ...rest })
    typed({ on: { kind: on.kind, id: textIdOf(on) }, key, ...said })
  })
  const isKept = kept === "kept" || (kept === "untouched" && isTyped(first))
  return (
    <ActForm
      summary={t("title")}
      open={isTyped(first)}
      action={editCommentAction}
      hidden={{ commentId: id }}
      typing={typing}
      onSubmit={pause}
      answered={settle}
    >
      {(refused) => (
        <>
          <WordsField
            id={`edit-${id}`}
            label={t("words")}
            value={refused?.entered?.text ?? first?.text ?? text}
            error={refused?.fields?.text}
            hint={t("hint")}
          />
          {proposes ? (
            <TextArea
              id={`edit-proposal-${id}`}
              name="proposal"
              label={t("proposal")}
              optional
              rows={3}
              defaultValue={refused?.entered?.proposal ?? first?.proposal ?? proposal}
              error={refused?.fields?.proposal}
            />
          ) : null}
          <div className="btns">
            <SubmitButton kind="plain" small working={t("saving")}>
              {t("save")}
            </SubmitButton>
            <span className="hint" aria-live="polite">
              {kept === "lost" ? of("draftLost") : isKept ? of("draftKept") : null}
            </span>
          </div>
        </>
      )}
    </ActForm>
  )
}
