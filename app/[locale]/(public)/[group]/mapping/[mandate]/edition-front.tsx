import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import {
  annexPath,
  coveragePath,
  editionChangesPath,
  editionsPath,
  mappingPath,
} from "@/lib/editions/addresses"
import type { PublicEdition } from "@/lib/editions/public-queries"
import { dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"
import { Older } from "./older"

/** Which mapping and which edition this is, what the table is for and what belongs in it. */
export function EditionFront({
  edition,
  own,
}: {
  edition: PublicEdition
  /** Its number where its address names it: what stands beside it is then of the same edition. */
  own: number | undefined
}) {
  const t = useTranslations("mapping.editions")
  const locale = useLocale()
  const { group, mandate, number, frozenAt, note, goal, rule, annex } = edition.content
  const to = (path: string) => localePath(locale, path)
  return (
    <>
      <div className="lead">
        <div>
          <p className="edition-of">{t("eyebrow")}</p>
          <h1>{mandate.title}</h1>
          {lines(goal).map((text) => (
            <p className="what" key={text} dir="auto">
              {text}
            </p>
          ))}
          {rule ? (
            <div className="edition-rule">
              <h2>{t("about.rule")}</h2>
              {lines(rule).map((text) => (
                <p key={text} dir="auto">
                  {text}
                </p>
              ))}
            </div>
          ) : null}
        </div>
        <dl className="facts">
          <Fact name={t("edition")}>
            {t("numberOn", { number, day: dayText(new Date(frozenAt), locale) })}
          </Fact>
          <Fact name={t("about.mandate")}>
            {mandate.link ? (
              <a href={mandate.link} rel="noopener">
                {mandate.symbol}
              </a>
            ) : (
              mandate.symbol
            )}
          </Fact>
          {note ? (
            <Fact name={t("note")}>
              <span dir="auto">{note}</span>
            </Fact>
          ) : null}
          <Fact name={t("more")}>
            <span className="one">
              <a href={to(editionsPath(group.slug, mandate.slug))}>{t("all")}</a>
            </span>
            {number > 1 ? (
              <span className="one">
                <a href={to(editionChangesPath(group.slug, mandate.slug, number))}>
                  {t("changesSince", { number: number - 1 })}
                </a>
              </span>
            ) : null}
            <span className="one">
              <a href={to(annexPath(group.slug, mandate.slug, own))}>
                {t("annexOf", { count: annex.length })}
              </a>
            </span>
            <span className="one">
              <a href={to(coveragePath(group.slug, mandate.slug, own))}>{t("coverage")}</a>
            </span>
          </Fact>
        </dl>
      </div>
      <Older edition={edition} newest={mappingPath(group.slug, mandate.slug)} />
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const lines = (text: string) =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
