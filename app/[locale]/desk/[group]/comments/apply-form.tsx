"use client"

import { useTranslations } from "next-intl"
import { useSyncExternalStore } from "react"
import { SubmitButton } from "@/app/ui/submit-button"
import type { CommentView, ThreadView } from "@/lib/comments/model"
import { ActForm } from "./act-form"
import { applyProposalAction, applyToDocumentAction } from "./actions"
import { useHand } from "./threads-context"

const nothing = () => () => undefined

/**
 * Puts the words that a comment proposes in the place of its passage, as it reads beside the text or
 * when the page was made: what it has become since is not replaced. Nothing where it does not stand.
 */
export function ApplyForm({ thread, comment }: { thread: ThreadView; comment: CommentView }) {
  const t = useTranslations("comments.apply")
  const { on, may, passages } = useHand()
  const quoted = thread.lostAt ? null : (thread.passage?.quote ?? null)
  const now = () => (passages ? (passages.find(thread.id)?.words ?? null) : quoted)
  const words = useSyncExternalStore(passages?.subscribe ?? nothing, now, () => quoted)
  const isTold = comment.withdrawnAt !== null || comment.hidden !== null
  if (!may.write || isTold || !comment.proposal || words === null) return null
  const action = on.kind === "minutes" ? applyProposalAction : applyToDocumentAction
  return (
    <ActForm action={action} hidden={{ commentId: comment.id, seen: words }}>
      {() => (
        <SubmitButton kind="plain" small working={t("doing")}>
          {t("do")}
        </SubmitButton>
      )}
    </ActForm>
  )
}
