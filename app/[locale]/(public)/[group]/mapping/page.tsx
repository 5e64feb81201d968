import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { editionsPath, mappingPath } from "@/lib/editions/addresses"
import { listPublicMappings } from "@/lib/editions/public-queries"
import { findPublicGroup } from "@/lib/groups/public-queries"
import { dayText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { documentLocale } from "../../address"
import { Frame } from "../../frame"
import { pageMetadata } from "../../page-metadata"

type Props = { params: Promise<{ locale: string; group: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { group: slug }] = [await documentLocale(params), await params]
  const [group, t] = await Promise.all([findPublicGroup(slug), getTranslations("mapping.editions")])
  if (!group) notFound()
  return pageMetadata({
    locale,
    path: mappingPath(slug),
    title: `${t("listTitle")} · ${group.shortName}`,
    description: t("listLead", { group: group.name }),
  })
}

export default async function PublicMappingsPage({ params }: Props) {
  const [locale, { group: slug }] = [await documentLocale(params), await params]
  const [group, lines, t] = await Promise.all([
    findPublicGroup(slug),
    listPublicMappings(slug),
    getTranslations("mapping.editions"),
  ])
  if (!group) notFound()
  return (
    <Frame path={mappingPath(slug)} group={group} current="mapping">
      <main className="frame home" id="main">
        <div className="lead">
          <div>
            <h1>{t("listTitle")}</h1>
            <p className="what">{t("listLead", { group: group.name })}</p>
          </div>
        </div>
        {lines.length === 0 ? <p className="none-yet">{t("listNone")}</p> : null}
        <ul className="sums">
          {lines.map(({ mandate, edition }) => (
            <li key={mandate.slug}>
              <h2>
                <a href={localePath(locale, mappingPath(slug, mandate.slug))}>{mandate.title}</a>
              </h2>
              <p>
                {t("line", {
                  symbol: mandate.symbol,
                  edition: edition.number,
                  day: dayText(edition.frozenAt, locale),
                  rows: edition.rows,
                })}
              </p>
              <p className="small">
                <a href={localePath(locale, editionsPath(slug, mandate.slug))}>{t("all")}</a>
              </p>
            </li>
          ))}
        </ul>
      </main>
    </Frame>
  )
}
