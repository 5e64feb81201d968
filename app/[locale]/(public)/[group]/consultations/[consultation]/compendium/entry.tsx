import { useLocale, useTranslations } from "next-intl"
import { CommentText } from "@/app/[locale]/desk/[group]/comments/comment-text"
import { DateTime } from "@/app/ui/date-time"
import type { CompendiumAuthor } from "@/lib/compendia/model"
import type { PublicEntry } from "@/lib/compendia/public-queries"
import { localePath } from "@/lib/platform/locales"

/** One thread of a compendium: what it was about, what was said, what became of it and why. */
export function Entry({ entry, several }: { entry: PublicEntry; several: boolean }) {
  const t = useTranslations("compendium")
  const of = useTranslations("worksheet.disposition")
  const locale = useLocale()
  const { number, text, section, quote, lost, row, disposition, reason, comments } = entry
  const under = section || (lost ? "" : t("whole"))
  const place = [several || under === "" ? text : "", under].filter(Boolean).join(" › ")
  return (
    <article className="compendium-entry" id={`c${number}`} aria-labelledby={`c${number}-head`}>
      <h3 id={`c${number}-head`}>
        <span>{number}.</span> <bdi>{place}</bdi>
      </h3>
      {row ? (
        <p className="meta">
          <a href={localePath(locale, row.address)}>
            {t("row", { number: row.number, edition: row.edition })}
          </a>
        </p>
      ) : null}
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
          {comment.hidden ? (
            <p className="muted" dir="auto">
              {t("hidden", comment.hidden)}
            </p>
          ) : null}
          <CommentText parts={comment.parts} />
          {comment.proposal ? <p dir="auto">{t("proposes", { words: comment.proposal })}</p> : null}
        </div>
      ))}
      {disposition ? (
        <div className="compendium-answer">
          <p>
            <strong>{of(disposition)}</strong>
          </p>
          {reason ? (
            <p className="as-typed" dir="auto">
              {reason}
            </p>
          ) : null}
        </div>
      ) : null}
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
