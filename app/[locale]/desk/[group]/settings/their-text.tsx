import { useTranslations } from "next-intl"
import type { GroupFacts } from "@/lib/groups/model"

/** What another person saved meanwhile, beside the reader's own text in the form. */
export function TheirText({ theirs }: { theirs: GroupFacts }) {
  const t = useTranslations("groups")
  return (
    <section className="panel" aria-labelledby="theirs">
      <h2 id="theirs">{t("theirs")}</h2>
      <dl className="facts-list">
        {(
          [
            "shortName",
            "name",
            "purpose",
            "setUp",
            "mailingList",
            "publishers",
            "reviewDays",
          ] as const
        ).map((fact) => (
          <div key={fact}>
            <dt>{t(fact)}</dt>
            <dd>{theirs[fact] || "–"}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
