import { useTranslations } from "next-intl"
import type { ComponentProps } from "react"
import { DateTime } from "@/app/ui/date-time"
import { Tag } from "@/app/ui/tag"
import type { KeptComment, OwnComment } from "@/lib/consultations/guest-queries"
import type { OpenText } from "@/lib/consultations/open-texts"
import { CommentText } from "../comments/comment-text"
import { Earlier } from "../comments/earlier"
import { OwnActs } from "./own-acts"
import { useTextName } from "./use-text-name"

/** What the reader said in a consultation, and what came too late to be filed. */
export function OwnComments({
  own,
  kept,
  texts,
  acts = null,
}: {
  own: readonly OwnComment[]
  kept: readonly KeptComment[]
  texts: readonly OpenText[]
  /** How a comment is edited and taken back here, with what the forms carry; members do so in its thread. */
  acts?: Omit<ComponentProps<typeof OwnActs>, "comment"> | null
}) {
  const t = useTranslations("consultations.own")
  const nameOf = useTextName()
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
            {comment.earlier.length > 0 ? <Earlier earlier={comment.earlier} /> : null}
            {acts && !comment.withdrawn ? <OwnActs {...acts} comment={comment} /> : null}
          </li>
        ))}
      </ul>
      {kept.length > 0 ? (
        <div className="kept-comments">
          <h3>{t("kept")}</h3>
          <p className="muted">{t("keptWhy")}</p>
          <ul className="own-comments">
            {kept.map(({ id, text, savedAt }) => (
              <li key={id}>
                <p className="small muted">
                  <DateTime at={savedAt} />
                </p>
                <p className="as-typed" dir="auto">
                  {text}
                </p>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}
