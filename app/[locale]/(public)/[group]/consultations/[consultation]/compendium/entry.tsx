import { useTranslations } from "next-intl"
import { CommentText } from "@/app/[locale]/desk/[group]/comments/comment-text"
import { DateTime } from "@/app/ui/date-time"
import type { CompendiumAuthor } from "@/lib/compendia/model"
import type { PublicEntry } from "@/lib/compendia/public-queries"

/** One thread of a compendium: what it was about, what was said, what became of it and why. */
export function Entry({ entry, several }: { entry: PublicEntry; several: boolean }) {
  const t = useTranslations("compendium")
  const of = useTranslations("worksheet.disposition")
  const { number, text, section, quote, lost, disposition, reason, comments } = entry
  const place = [several ? text : "", section || t("whole")].filter(Boolean).join(" › ")
  return (
    <article className="compendium-entry" id={`c${number}`} aria-labelledby={`c${number}-head`}>
      <h3 id={`c${number}-head`}>
        <span>{number}.</span> <bdi>{place}</bdi>
      </h3>
      {quote ? (
        <blockquote dir="auto">
          {quote}
          {lost ? <footer>{t("lost")}</footer> : null}
        </blockquote>
      ) : null}
      {comments.map((comment) => (
        <div key={`${comment.at} ${comment.words}`} className="compendium-comment">
          <p className="meta">
            <By by={comment.by} /> · <DateTime at={new Date(comment.at)} />
            {comment.late ? ` · ${t("late")}` : ""}
          </p>
          <CommentText parts={comment.parts} />
          {comment.proposal ? <p dir="auto">{t("proposes", { words: comment.proposal })}</p> : null}
        </div>
      ))}
      <div className="compendium-answer">
        <p>
          <strong>{of(disposition)}</strong>
        </p>
        {reason ? <p dir="auto">{reason}</p> : null}
      </div>
    </article>
  )
}

function By({ by }: { by: CompendiumAuthor }) {
  const t = useTranslations("compendium")
  const ofGroups = useTranslations("people.stakeholders")
  const group = by.stakeholderGroup && ofGroups(by.stakeholderGroup)
  if (!by.named) return <span>{group || t("unnamed")}</span>
  return (
    <span>
      <bdi className="strong">{by.name || t("nameless")}</bdi>
      {[by.organisation, group].filter(Boolean).map((each) => (
        <bdi key={each}>, {each}</bdi>
      ))}
    </span>
  )
}
