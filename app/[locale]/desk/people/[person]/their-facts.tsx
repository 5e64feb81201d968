import { useTranslations } from "next-intl"
import type { PersonFacts } from "@/lib/people/facts"
import { affiliationText } from "@/lib/people/model"

/** What another person saved meanwhile, beside what stands in the form. */
export function TheirFacts({ theirs }: { theirs: PersonFacts }) {
  const t = useTranslations("people")
  const places = theirs.affiliations.map((one) =>
    [affiliationText(one), one.since ?? "…", one.until ?? "…"].join(" · "),
  )
  return (
    <section aria-labelledby="theirs">
      <h3 id="theirs">{t("theirs")}</h3>
      <dl className="facts-list">
        {(
          [
            ["name", theirs.name],
            ["aliases", theirs.aliases.join("\n")],
            ["affiliations", places.join("\n")],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{t(`field.${name}`)}</dt>
            <dd>{value || "–"}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
