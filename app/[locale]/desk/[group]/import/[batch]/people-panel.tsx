import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { PeopleForDesk } from "@/lib/imports/questions"
import { MatchedPeople } from "./matched-people"
import { PersonQuestion } from "./person-question"

/** Another one after every answer. */
export const peopleState = ({ total, answered }: PeopleForDesk): string =>
  `${total} ${answered.length}`

/** The questions about people, and below them who was matched without one, and what was answered. */
export function PeoplePanel({ people, children }: { people: PeopleForDesk; children?: ReactNode }) {
  const t = useTranslations("imports.people")
  const { questions, total, matched, answered, added } = people
  if (total + matched.length + answered.length + added === 0) return null
  return (
    <section className="panel people-asked" aria-labelledby="people">
      <h2 id="people" tabIndex={-1}>
        {total > 0 ? (
          <>
            {t("title")} <span>{t("once", { count: total })}</span>
          </>
        ) : (
          t("known")
        )}
      </h2>
      {children}
      {questions.map((question) => (
        <PersonQuestion
          key={`${question.name} ${question.asked.personId ?? question.asked.name}`}
          question={question}
        />
      ))}
      {total > questions.length ? (
        <p className="hint">{t("more", { count: total - questions.length })}</p>
      ) : null}
      {matched.length > 0 ? (
        <MatchedPeople title={t("matched", { count: matched.length })} all={matched} />
      ) : (
        <p className="hint">{t("matched", { count: 0 })}</p>
      )}
      <MatchedPeople title={t("answered", { count: answered.length })} all={answered} />
      {added > 0 ? <p className="hint">{t("added", { count: added })}</p> : null}
    </section>
  )
}
