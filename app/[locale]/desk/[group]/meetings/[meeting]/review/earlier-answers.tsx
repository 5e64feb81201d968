import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import type { EarlierAnswer } from "@/lib/reviews/earlier-answers"
import { QuoteMarkTag } from "../quote-mark"
import { Words } from "./words"

/** What somebody had answered before they were asked again: whole, with the words that they saw then. */
export function EarlierAnswers({ earlier }: { earlier: readonly EarlierAnswer[] }) {
  const t = useTranslations("reviews.people")
  if (earlier.length === 0) return null
  return (
    <details className="quiet-details">
      <summary>{t("earlier", { count: earlier.length })}</summary>
      {earlier.map(({ answer, at, statements, note, settlement }) => (
        <div className="stack" key={at.toISOString()}>
          <p className="small muted">
            <QuoteMarkTag mark={answer} /> <DateTime at={at} />
            {settlement ? ` · ${t(`settled.${settlement.as}`)}` : null}
          </p>
          {statements.map(({ id, place, words, other }) => (
            <div className="review-words" key={id}>
              {place ? <p className="small muted">{place}</p> : null}
              <Words words={words} label={t("then")} />
              {other === null ? null : <Words words={other} label={t("other")} />}
            </div>
          ))}
          {note ? <p dir="auto">{t("note", { note })}</p> : null}
          {settlement?.reason ? (
            <p dir="auto">{t("declined", { reason: settlement.reason })}</p>
          ) : null}
        </div>
      ))}
    </details>
  )
}
