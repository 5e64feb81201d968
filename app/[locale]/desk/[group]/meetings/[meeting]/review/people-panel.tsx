import { useTranslations } from "next-intl"
import { openMarks } from "@/lib/reviews/model"
import type { ReviewForDesk } from "@/lib/reviews/queries"
import type { ReviewOf } from "./course-forms"
import { PersonEntry } from "./person-entry"

/** Everybody who is quoted, and where their answers stand. */
export function PeoplePanel({
  review: { people, counts },
  of,
}: {
  review: ReviewForDesk
  of: ReviewOf
}) {
  const t = useTranslations("reviews.people")
  const open = people.filter(
    ({ mark, statements }) => statements.length > 0 && openMarks.includes(mark),
  ).length
  return (
    <section className="panel pad" aria-labelledby="quoted">
      <h2 id="quoted">{t("title")}</h2>
      {people.length === 0 ? <p className="hint">{t("none")}</p> : null}
      {people.length > 0 && counts ? <p>{t("sum", { open })}</p> : null}
      <ul className="plain-list review-people">
        {people.map((person) => (
          <PersonEntry key={person.key} person={person} of={of} />
        ))}
      </ul>
    </section>
  )
}
