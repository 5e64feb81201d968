import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { PeopleForDesk } from "@/lib/imports/questions"
import { PersonQuestion } from "./person-question"

/** The questions about people, and below them who was matched without one. */
export function PeoplePanel({ people, children }: { people: PeopleForDesk; children?: ReactNode }) {
  const t = useTranslations("imports.people")
  const { questions, total, matched, added } = people
  if (total === 0 && matched.length === 0 && added === 0) return null
  return (
    <section className="panel people-asked" aria-labelledby="people">
      <h2 id="people">
        {t("title")} <span>{t("once", { count: total })}</span>
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
        <details>
          <summary>{t("matched", { count: matched.length })}</summary>
          <ul className="matched">
            {matched.slice(0, 400).map(({ name, person }) => (
              <li key={name}>{t("as", { name, person })}</li>
            ))}
          </ul>
        </details>
      ) : (
        <p className="hint">{t("matched", { count: 0 })}</p>
      )}
      {added > 0 ? <p className="hint">{t("added", { count: added })}</p> : null}
    </section>
  )
}
