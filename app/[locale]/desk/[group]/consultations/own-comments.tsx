import { useTranslations } from "next-intl"
import type { ComponentProps } from "react"
import { DateTime } from "@/app/ui/date-time"
import { Notice } from "@/app/ui/notice"
import { Tag } from "@/app/ui/tag"
import type { KeptComment, OwnComment } from "@/lib/consultations/guest-queries"
import type { OpenText } from "@/lib/consultations/open-texts"
import type { ReadDrafts } from "@/lib/consultations/read-drafts"
import { CommentText } from "../comments/comment-text"
import { DispositionTag } from "../comments/disposition"
import { Earlier } from "../comments/earlier"
import { type Discard, DiscardForm } from "./discard-form"
import { OwnActs } from "./own-acts"
import { type SendKept, SendKeptForm } from "./send-kept-form"
import { useTextName } from "./use-text-name"

/** What the reader said in a consultation, and what is not filed: it came too late, or was never sent. */
export function OwnComments({
  own,
  kept,
  unsent,
  texts,
  discard,
  send,
  keptDays = null,
  acts = null,
}: {
  own: readonly OwnComment[]
  kept: readonly KeptComment[]
  unsent: ReadDrafts["unsent"]
  texts: readonly OpenText[]
  /** How what is not filed is deleted. */
  discard: Discard
  /** How what was kept is sent once more; null while none is taken. */
  send: SendKept | null
  /** For how many days it stays after the end; null where it stays until its author deletes it. */
  keptDays?: number | null
  /** How a comment is edited and taken back here, with what the forms carry; members do so in its thread. */
  acts?: Omit<ComponentProps<typeof OwnActs>, "comment"> | null
}) {
  const t = useTranslations("consultations.own")
  const nameOf = useTextName()
  const until = keptDays === null ? "" : ` ${t("keptUntil", { days: keptDays })}`
  const aboutOf = ({ textId, place, about }: OwnComment) => {
    const text = texts.find((each) => each.textId === textId)
    const section = text?.sections.find((each) => each.place === place)?.title
    const words = about ? t("quoted", { about }) : ""
    return [text ? nameOf(text) : "", section ?? "", words].filter(Boolean).join(" · ")
  }
  return (
    <section className="panel pad" aria-labelledby="own">
      <h2 id="own">{t("title")}</h2>
      {own.length === 0 ? <p className="muted">{t("none")}</p> : null}
      <ul className="own-comments">
        {own.map((comment) => (
          <li key={comment.id}>
            <p className="small muted">
              <DateTime at={comment.createdAt} />
              {" · "}
              {aboutOf(comment)} {comment.late ? <Tag kind="warn">{t("late")}</Tag> : null}{" "}
              {comment.moderation === "admitted" ? null : (
                <Tag kind={comment.moderation === "waiting" ? "now" : "bad"}>
                  {t(comment.moderation === "waiting" ? "waiting" : "refused")}
                </Tag>
              )}{" "}
              {comment.unnamed ? <Tag>{t("unnamed")}</Tag> : null}{" "}
              {comment.editedAt ? <span>{t("edited")}</span> : null}
            </p>
            <div className="light">
              <CommentText parts={comment.parts} />
              {comment.withdrawn ? <p className="muted">{t("withdrawn")}</p> : null}
            </div>
            {comment.hidden ? <HiddenWhy reason={comment.hidden.reason} /> : null}
            <Heard comment={comment} />
            {comment.earlier.length > 0 ? <Earlier earlier={comment.earlier} /> : null}
            {acts && !comment.withdrawn ? <OwnActs {...acts} comment={comment} /> : null}
          </li>
        ))}
      </ul>
      {kept.length > 0 ? (
        <Kept
          title={t("kept")}
          why={`${t("keptWhy")}${until}`}
          words={kept}
          discard={discard}
          send={send}
        />
      ) : null}
      {unsent.length > 0 ? (
        <Kept
          title={t("begun")}
          why={`${t("begunWhy")}${until}`}
          words={unsent}
          discard={discard}
        />
      ) : null}
    </section>
  )
}

/** That a comment of one's own was hidden, and why: others read this in its place. */
function HiddenWhy({ reason }: { reason: string }) {
  const t = useTranslations("consultations.own")
  return (
    <Notice kind="warn" title={t("hidden")}>
      <p className="as-typed" dir="auto">
        {reason}
      </p>
    </Notice>
  )
}

/** What was answered to a comment, and what became of it. */
function Heard({ comment: { answers, outcome } }: { comment: OwnComment }) {
  const t = useTranslations("consultations.own")
  return (
    <>
      {answers.map(({ id, by, at, edited, parts }) => (
        <div className="answer-to-own" key={id}>
          <p className="small muted">
            {t("answer", { by })} <DateTime at={at} /> {edited ? <span>{t("edited")}</span> : null}
          </p>
          <div className="light" dir="auto">
            <CommentText parts={parts} />
          </div>
        </div>
      ))}
      {outcome ? (
        <div className="answer-to-own">
          <p>
            {t("outcome")} <DispositionTag disposition={outcome.disposition} />
          </p>
          {outcome.reason ? (
            <p className="as-typed" dir="auto">
              {outcome.reason}
            </p>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

/** What the reader wrote that is not filed, as it was typed. */
function Kept({
  title,
  why,
  words,
  discard,
  send = null,
}: {
  title: string
  why: string
  words: readonly (Pick<KeptComment, "id" | "text" | "quote" | "savedAt"> &
    Partial<Pick<KeptComment, "sendable">>)[]
  discard: Discard
  send?: SendKept | null
}) {
  return (
    <div className="kept-comments">
      <h3>{title}</h3>
      <p className="muted">{why}</p>
      <ul className="own-comments">
        {words.map(({ id, text, quote, savedAt, sendable = false }) => (
          <li key={id}>
            <p className="small muted">
              <DateTime at={savedAt} />
            </p>
            {quote ? (
              <blockquote className="as-typed" dir="auto">
                {quote}
              </blockquote>
            ) : null}
            <p className="as-typed" dir="auto">
              {text}
            </p>
            {send && sendable ? <SendKeptForm send={send} draftId={id} /> : null}
            <DiscardForm discard={discard} draftId={id} />
          </li>
        ))}
      </ul>
    </div>
  )
}
