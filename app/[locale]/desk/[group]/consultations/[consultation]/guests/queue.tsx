import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import type { QueuedComment } from "@/lib/consultations/form-queries"
import { CommentText } from "../../../comments/comment-text"
import { ModerateForm } from "./moderate-form"

/** Comments of guests who came by themselves, to be admitted or not; below them those that were not. */
export function Queue({
  consultationId,
  comments,
}: {
  consultationId: string
  comments: readonly QueuedComment[]
}) {
  const t = useTranslations("consultations.guestList")
  const waiting = comments.filter(({ moderation }) => moderation === "waiting")
  const refused = comments.filter(({ moderation }) => moderation === "refused")
  const shown = (comment: QueuedComment) => (
    <li key={comment.id}>
      <p className="small muted">
        <bdi>{comment.name}</bdi>, {comment.email} · <DateTime at={comment.createdAt} />
      </p>
      {comment.about ? <blockquote dir="auto">{comment.about}</blockquote> : null}
      <div className="light">
        <CommentText parts={comment.parts} />
      </div>
      <ModerateForm
        consultationId={consultationId}
        commentId={comment.id}
        seen={comment.seen}
        by={comment.name}
        waits={comment.moderation === "waiting"}
      />
    </li>
  )
  return (
    <>
      {waiting.length === 0 ? <p className="muted">{t("queueNone")}</p> : null}
      <ul className="own-comments">{waiting.map(shown)}</ul>
      {refused.length > 0 ? (
        <details className="quiet-details">
          <summary>{t("refusedTitle")}</summary>
          <ul className="own-comments">{refused.map(shown)}</ul>
        </details>
      ) : null}
    </>
  )
}
