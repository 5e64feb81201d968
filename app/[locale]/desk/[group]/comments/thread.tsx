"use client"

import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Tag } from "@/app/ui/tag"
import { answerKey, type CommentView, type ThreadView } from "@/lib/comments/model"
import { dayText } from "@/lib/platform/dates"
import { ApplyForm } from "./apply-form"
import { Comment } from "./comment"
import { DispositionTag } from "./disposition"
import { FileForm } from "./file-form"
import { ThreadActs } from "./thread-acts"
import { useHand } from "./threads-context"

/** The id of a thread on its page. */
export const threadMark = (threadId: string): string => `t-${threadId}`

/**
 * A thread with its comments, what became of it, and a form for an answer. It has to stand inside
 * `ThreadsContext`. A resolved one is folded, unless something in it is new or `open`. `extra` is shown
 * below its head: the way to the passage, a button that applies a proposal.
 */
export function Thread({
  thread,
  open = false,
  extra,
}: {
  thread: ThreadView
  open?: boolean
  extra?: ReactNode
}) {
  const t = useTranslations("comments")
  const { id, comments, state, skipped, fresh } = thread
  const [first, ...rest] = comments
  const settled = state === "resolved"
  const apply = (comment: CommentView) => <ApplyForm thread={thread} comment={comment} />
  const body = (
    <>
      {first ? (
        <Comment comment={first} settled={settled} isFirst={true} apply={apply(first)} />
      ) : null}
      {skipped > 0 ? <Skipped thread={thread} /> : null}
      {rest.map((comment) => (
        <Comment
          key={comment.id}
          {...{ comment, settled }}
          isFirst={false}
          apply={apply(comment)}
        />
      ))}
      <Result thread={thread} />
      <Answer thread={thread} />
      <ThreadActs thread={thread} />
    </>
  )
  return (
    <section className="thread" id={threadMark(id)} aria-label={labelOf(thread, t("threadOf"))}>
      <About thread={thread} />
      {extra}
      {settled && !open && fresh === 0 ? (
        <details className="folded">
          <summary>
            <Folded thread={thread} />
          </summary>
          {body}
        </details>
      ) : (
        body
      )}
    </section>
  )
}

const labelOf = ({ comments }: ThreadView, word: string): string =>
  [word, comments[0]?.author.name].filter(Boolean).join(" ")

function Folded({ thread: { resolved, comments, count } }: { thread: ThreadView }) {
  const t = useTranslations("comments")
  const name = comments[0]?.author.name ?? ""
  return (
    <>
      {resolved ? <DispositionTag disposition={resolved.disposition} /> : null}{" "}
      <span>{t("folded", { name, count })}</span>
    </>
  )
}

/** How much is shown of what a thread was about. */
const longestWords = 300
const shortened = (words: string) =>
  words.length > longestWords ? `${words.slice(0, longestWords)}…` : words

/** What the thread is about: its passage, its section where that is not said around it, what is gone. */
function About({ thread }: { thread: ThreadView }) {
  const t = useTranslations("comments")
  const locale = useLocale()
  const { nameOf } = useHand()
  const { passage, place, lostAt, wasAbout, about, state, muted } = thread
  const name = nameOf(place)
  const kind = about === "passage" ? "passage" : "place"
  return (
    <div className="about">
      {name ? <p className="small muted">{name}</p> : null}
      {passage ? (
        <blockquote className="passage" dir="auto">
          {passage.before ? <span className="muted">…{passage.before}</span> : null}
          <mark>{passage.quote}</mark>
          {passage.after ? <span className="muted">{passage.after}…</span> : null}
        </blockquote>
      ) : null}
      {lostAt ? (
        <p className="small muted">
          {t(`lost.${kind}`, { day: dayText(new Date(lostAt), locale) })}
        </p>
      ) : null}
      {lostAt && wasAbout ? (
        <p className="small" dir="auto">
          {t("lost.was", { words: shortened(wasAbout) })}
        </p>
      ) : null}
      {state === "reopened" ? <Tag kind="now">{t("state.reopened")}</Tag> : null}
      {muted ? <Tag>{t("mute.muted")}</Tag> : null}
    </div>
  )
}

function Skipped({ thread: { id, skipped } }: { thread: ThreadView }) {
  const t = useTranslations("comments")
  const { base } = useHand()
  if (base === null) return <p className="small muted">{t("between", { count: skipped })}</p>
  return (
    <p className="between">
      <a className="small" href={`${base}/${id}`}>
        {t("showBetween", { count: skipped })}
      </a>
    </p>
  )
}

function Result({ thread: { resolved } }: { thread: ThreadView }) {
  const t = useTranslations("comments")
  const locale = useLocale()
  if (!resolved) return null
  const { disposition, reason, by, at } = resolved
  return (
    <div className="cm dispo">
      <header>
        <b>{t("result")}</b>
        <span className="small muted">
          {[by, dayText(new Date(at), locale)].filter(Boolean).join(", ")}
        </span>
      </header>
      <p>
        <DispositionTag disposition={disposition} />{" "}
        <span className="as-typed" dir="auto">
          {reason}
        </span>
      </p>
    </div>
  )
}

function Answer({ thread }: { thread: ThreadView }) {
  const t = useTranslations("comments.form")
  const { may, answer, consultations } = useHand()
  if (!may.write) return null
  const { id, draft, submission, about, consultationId, comments } = thread
  const isOfGuest = comments[0]?.author.kind === "guest"
  return (
    <>
      {isOfGuest ? <p className="small muted">{t("guestReads")}</p> : null}
      <FileForm
        id={`answer-${id}`}
        action={answer}
        hidden={{ threadId: id }}
        submission={submission}
        draftKey={answerKey(id)}
        draft={draft ?? undefined}
        consultations={consultations.filter((each) => each.id === consultationId)}
        label={t("yourAnswer")}
        send={t("sendAnswer")}
        proposes={about === "passage"}
        summary={t("answer")}
      />
    </>
  )
}
