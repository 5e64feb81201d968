"use client"

import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { DateTime } from "@/app/ui/date-time"
import { Tag } from "@/app/ui/tag"
import type { CommentView } from "@/lib/comments/model"
import { dayText } from "@/lib/platform/dates"
import { CommentActs } from "./comment-acts"
import { CommentText } from "./comment-text"
import { Earlier } from "./earlier"
import { Hides } from "./hides"
import { useHand } from "./threads-context"

/** The id of a comment on its page, and so its address. */
export const commentMark = (commentId: string): string => `c-${commentId}`

/** One comment: who, in which capacity of that day, when, what; or the stub that stands in its place. */
export function Comment({
  comment,
  settled,
  isFirst,
  apply,
}: {
  comment: CommentView
  settled: boolean
  isFirst: boolean
  /** What puts its proposed words into the text. */
  apply?: ReactNode
}) {
  const t = useTranslations("comments")
  const { author, fresh, proposal, applied } = comment
  return (
    <article
      className={isFirst ? "cm" : "cm re"}
      id={commentMark(comment.id)}
      data-fresh={fresh ? comment.seq : undefined}
      tabIndex={-1}
    >
      <header>
        <b>
          <bdi>{author.name || t("nameWithheld")}</bdi>
        </b>
        <span className="small muted">
          {author.capacity ? <bdi>{author.capacity}, </bdi> : null}
          {author.kind === "guest" ? `${t("guest")}, ` : null}
          <DateTime at={new Date(comment.createdAt)} />
        </span>
        <Marks comment={comment} />
      </header>
      <Words comment={comment} />
      {proposal === null ? null : (
        <div className="proposal">
          <p className="small muted">{t("proposed")}</p>
          <blockquote>
            <p dir="auto">{proposal}</p>
          </blockquote>
          {applied ? <Applied {...applied} /> : apply}
        </div>
      )}
      {comment.earlier.length > 0 ? <Earlier earlier={comment.earlier} /> : null}
      {comment.hides.length > 0 ? <Hides hides={comment.hides} /> : null}
      <CommentActs comment={comment} settled={settled} />
    </article>
  )
}

function Marks({ comment }: { comment: CommentView }) {
  const t = useTranslations("comments.mark")
  const { fresh, editedAt, late, way, moderation, mine, unnamed } = comment
  return (
    <>
      {editedAt ? <span className="small muted">{t("edited")}</span> : null}
      {way === "mail" || way === "sheet" ? <span className="small muted">{t(way)}</span> : null}
      {mine && unnamed ? <span className="small muted">{t("unnamed")}</span> : null}
      {late ? <Tag kind="warn">{t("late")}</Tag> : null}
      {moderation === "waiting" ? <Tag kind="warn">{t("waiting")}</Tag> : null}
      {fresh ? (
        <>
          <Tag kind="now">{t("new")}</Tag>
          <NextFresh after={comment.id} />
        </>
      ) : null}
    </>
  )
}

/** The way from a comment that is new to the next one, wherever it stands. */
function NextFresh({ after }: { after: string }) {
  const t = useTranslations("comments")
  const { fresh, ...hand } = useHand()
  const next = fresh[fresh.findIndex(({ commentId }) => commentId === after) + 1]
  if (!next) return null
  return (
    <a className="small" href={freshHref(hand, next)}>
      {t("nextNew")}
    </a>
  )
}

/** Where a comment can be read: on this page where it is shown, else on the page of its thread. */
export function freshHref(
  { base, shown }: { base: string | null; shown: ReadonlySet<string> },
  { threadId, commentId }: { threadId: string; commentId: string },
): string {
  const mark = `#${commentMark(commentId)}`
  return base === null || shown.has(commentId) ? mark : `${base}/${threadId}?at=${commentId}${mark}`
}

function Words({ comment }: { comment: CommentView }) {
  const t = useTranslations("comments")
  const locale = useLocale()
  const { withdrawnAt, hidden, parts } = comment
  if (withdrawnAt)
    return (
      <p className="muted">{t("withdrawn", { day: dayText(new Date(withdrawnAt), locale) })}</p>
    )
  if (!hidden)
    return (
      <div className="said">
        <CommentText parts={parts} />
      </div>
    )
  return (
    <>
      <p className="muted">{t("hidden", { name: hidden.by, reason: hidden.reason })}</p>
      {parts.length > 0 ? (
        <details className="quiet-details">
          <summary>{t("showHidden")}</summary>
          <div className="said">
            <CommentText parts={parts} />
          </div>
        </details>
      ) : null}
    </>
  )
}

function Applied({ by, at }: { by: string; at: string }) {
  const t = useTranslations("comments")
  const locale = useLocale()
  return (
    <p className="small">
      <Tag kind="ok" icon="ok">
        {t("applied", { name: by, day: dayText(new Date(at), locale) })}
      </Tag>
    </p>
  )
}
