import type { Metadata } from "next"
import { notFound } from "next/navigation"
import {
  editionChangesPath,
  editionPath,
  editionsPath,
  mappingPath,
} from "@/lib/editions/addresses"
import { findEdition, listEditions } from "@/lib/editions/public-queries"
import { dayText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { documentLocale } from "../../../../address"
import { Frame } from "../../../../frame"
import { pageMetadata } from "../../../../page-metadata"

type Props = { params: Promise<{ locale: string; group: string; mandate: string }> }

async function find({ params }: Props) {
  const locale = await documentLocale(params)
  const { group, mandate } = await params
  const newest = (await findEdition(group, mandate)) ?? notFound()
  return { locale, ...newest.content }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, group, mandate } = await find(props)
  const t = await getTranslations("mapping.editions")
  return pageMetadata({
    locale,
    path: editionsPath(group.slug, mandate.slug),
    title: `${t("editionsOf", { mandate: mandate.title })} · ${group.shortName}`,
    description: t("editionsLead"),
  })
}

export default async function EditionsPage(props: Props) {
  const { locale, group, mandate } = await find(props)
  const t = await getTranslations("mapping.editions")
  const lines = await listEditions(group.slug, mandate.slug)
  const to = (path: string) => localePath(locale, path)
  return (
    <Frame path={editionsPath(group.slug, mandate.slug)} group={group} current="mapping">
      <main className="frame home edition" id="main">
        <div className="lead">
          <div>
            <p className="edition-of">
              <a href={to(mappingPath(group.slug, mandate.slug))}>{mandate.title}</a>
            </p>
            <h1>{t("editions")}</h1>
            <p className="what">{t("editionsLead")}</p>
          </div>
        </div>
        <ol className="edition-list" reversed>
          {lines.map(({ number, frozenAt, note, rows, annex }) => (
            <li key={number}>
              <h2>
                <a href={to(editionPath(group.slug, mandate.slug, number))}>
                  {t("numberOn", { number, day: dayText(frozenAt, locale) })}
                </a>
              </h2>
              {note ? <p dir="auto">{note}</p> : null}
              <p className="small">
                {t("holds", { rows, annex })}{" "}
                {number > 1 ? (
                  <a href={to(editionChangesPath(group.slug, mandate.slug, number))}>
                    {t("changesSince", { number: number - 1 })}
                  </a>
                ) : null}
              </p>
            </li>
          ))}
        </ol>
      </main>
    </Frame>
  )
}
