"use client"

import { useTranslations } from "next-intl"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import {
  type CommentView,
  reactionKinds,
  type ThreadsView,
  type ThreadView,
} from "@/lib/comments/model"
import { editLack } from "@/lib/comments/status"
import { ActForm } from "./act-form"
import {
  hideCommentAction,
  reactAction,
  showCommentAction,
  withdrawCommentAction,
  withholdNameAction,
} from "./actions"
import { EditForm } from "./edit-form"
import { useHand } from "./threads-context"
import { WhoReacted } from "./who-reacted"

/** Whether the reader has a form here to give a comment of theirs other words. */
export function hasEditForm(
  comment: CommentView,
  { state }: Pick<ThreadView, "state">,
  may: ThreadsView["may"],
): boolean {
  const thread = { state: state === "resolved" ? state : ("open" as const) }
  return comment.mine && !comment.fixed && may.write && editLack(comment, thread) === null
}

/** What the reader may do with a comment: react, and edit, withdraw, hide or show it, or not be named. */
export function CommentActs({ comment, settled }: { comment: CommentView; settled: boolean }) {
  const { may } = useHand()
  if (comment.withdrawnAt) return null
  const { reactions } = comment
  const mayEdit = hasEditForm(comment, { state: settled ? "resolved" : "open" }, may)
  return (
    <div className="comment-acts">
      {may.write && !comment.hidden ? <Reactions comment={comment} /> : null}
      {comment.hidden ? null : <WhoReacted reactions={reactions} />}
      {mayEdit ? <EditForm key={`${comment.text} ${comment.proposal}`} comment={comment} /> : null}
      {comment.nameable && may.write ? <NameForm comment={comment} /> : null}
      {comment.mine && may.write ? <WithdrawForm comment={comment} /> : null}
      {may.hide && !comment.mine ? (
        <HideForm key={comment.hidden ? "show" : "hide"} comment={comment} />
      ) : null}
    </div>
  )
}

function Reactions({ comment: { id, reactions } }: { comment: CommentView }) {
  const t = useTranslations("comments")
  return (
    <ActForm action={reactAction} hidden={{ commentId: id }} className="reactions">
      {() =>
        reactionKinds.map((kind) => {
          const { count, mine } = reactions[kind]
          return (
            <SubmitButton
              key={kind}
              kind={mine ? "plain" : "quiet"}
              small
              name="kind"
              value={kind}
              working={t(`reaction.${kind}`)}
              aria-pressed={mine}
            >
              {count > 0
                ? t("reaction.counted", { what: t(`reaction.${kind}`), count })
                : t(`reaction.${kind}`)}
            </SubmitButton>
          )
        })
      }
    </ActForm>
  )
}

function NameForm({ comment: { id, unnamed } }: { comment: CommentView }) {
  const t = useTranslations("comments.name")
  return (
    <ActForm
      action={withholdNameAction}
      hidden={{ commentId: id, to: unnamed ? "named" : "unnamed" }}
      className="press-form"
    >
      {() => (
        <SubmitButton kind="quiet" small working={t("doing")}>
          {unnamed ? t("undo") : t("do")}
        </SubmitButton>
      )}
    </ActForm>
  )
}

function WithdrawForm({ comment: { id } }: { comment: CommentView }) {
  const t = useTranslations("comments.withdraw")
  return (
    <ActForm summary={t("title")} action={withdrawCommentAction} hidden={{ commentId: id }}>
      {() => (
        <>
          <p className="small">{t("means")}</p>
          <div className="btns">
            <SubmitButton kind="danger" small working={t("doing")}>
              {t("do")}
            </SubmitButton>
          </div>
        </>
      )}
    </ActForm>
  )
}

/** Hides a comment, or shows it again: either with a reason. */
function HideForm({ comment: { id, hidden } }: { comment: CommentView }) {
  const t = useTranslations("comments")
  const what = hidden ? "show" : "hide"
  return (
    <ActForm
      summary={t(`${what}.title`)}
      action={hidden ? showCommentAction : hideCommentAction}
      hidden={{ commentId: id }}
    >
      {(refused) => (
        <>
          <TextArea
            id={`hide-${id}`}
            name="reason"
            label={t(`${what}.reason`)}
            hint={t(`${what}.hint`)}
            rows={2}
            defaultValue={refused?.entered?.reason ?? ""}
            error={refused?.fields?.reason}
          />
          <div className="btns">
            <SubmitButton kind={hidden ? "plain" : "danger"} small working={t(`${what}.doing`)}>
              {t(`${what}.do`)}
            </SubmitButton>
          </div>
        </>
      )}
    </ActForm>
  )
}
