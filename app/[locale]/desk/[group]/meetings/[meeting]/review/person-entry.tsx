import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import type { ReviewedPerson } from "@/lib/reviews/queries"
import { QuoteMarkTag } from "../quote-mark"
import type { ReviewOf } from "./course-forms"
import { EarlierAnswers } from "./earlier-answers"
import { SettleForm } from "./settle-form"
import { Words } from "./words"

/** One who is quoted: their words, what they said of them, and what can be done about it. */
export function PersonEntry({ person, of }: { person: ReviewedPerson; of: ReviewOf }) {
  const t = useTranslations("reviews.people")
  const { name, mark, statements, note, settleReason, link, settle } = person
  return (
    <li className="review-person" id={`q-${person.key}`}>
      <h3>
        <bdi>{name}</bdi> <QuoteMarkTag mark={mark} />
      </h3>
      <Asked person={person} />
      {statements.length === 0 ? <p className="hint">{t("gone")}</p> : null}
      {statements.map(({ id, place, words, other }) => (
        <div className="review-words" key={id}>
          {place ? <p className="small muted">{place}</p> : null}
          <Words words={words} label={other === null ? null : t("now")} />
          {other === null ? null : <Words words={other} label={t("other")} />}
        </div>
      ))}
      {mark === "unnamed" ? <p className="hint">{t("unnamed")}</p> : null}
      {note ? <p dir="auto">{t("note", { note })}</p> : null}
      {settleReason ? <p dir="auto">{t("declined", { reason: settleReason })}</p> : null}
      <EarlierAnswers earlier={person.earlier} />
      {settle ? <SettleForm of={of} settle={settle} name={name} /> : null}
      {link ? (
        <details className="quiet-details" open={!person.mailed && mark === "waiting"}>
          <summary>{t("linkOf")}</summary>
          <input className="in" readOnly value={link} aria-label={t("link", { name })} />
        </details>
      ) : null}
    </li>
  )
}

function Asked({ person: { askedAt, answeredAt, mailed } }: { person: ReviewedPerson }) {
  const t = useTranslations("reviews.people")
  if (!askedAt) return null
  return (
    <p className="small muted">
      {mailed ? t("mailed") : t("toCopy")} · <DateTime at={askedAt} form="day" />
      {answeredAt ? (
        <>
          {" · "}
          {t("answered")} <DateTime at={answeredAt} />
        </>
      ) : null}
    </p>
  )
}
