import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { CoveragePictures } from "@/app/ui/coverage/coverage-pictures"
import { findEdition } from "@/lib/editions/public-queries"
import { listCoveredStates } from "@/lib/mapping/public-queries"
import { dayText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { documentLocale } from "../../../../address"
import { Frame } from "../../../../frame"
import { pageMetadata } from "../../../../page-metadata"

type Props = { params: Promise<{ locale: string; group: string; mandate: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { group, mandate }] = [await documentLocale(params), await params]
  const [edition, t] = await Promise.all([
    findEdition(group, mandate),
    getTranslations("mapping.pictures"),
  ])
  if (!edition) notFound()
  const { title } = edition.content.mandate
  return pageMetadata({
    locale,
    path: `/${group}/mapping/${mandate}/coverage`,
    title: `${t("titleOf", { mandate: title })} · ${edition.content.group.shortName}`,
    description: t("description", { mandate: title }),
  })
}

export default async function CoveragePage({ params }: Props) {
  const [locale, { group, mandate }] = [await documentLocale(params), await params]
  const [edition, states, t] = await Promise.all([
    findEdition(group, mandate),
    listCoveredStates(group, mandate),
    getTranslations("mapping.pictures"),
  ])
  if (!edition) notFound()
  const { content } = edition
  const table = localePath(locale, `/${group}/mapping/${mandate}`)
  const facts = {
    number: content.number,
    day: dayText(new Date(content.frozenAt), locale),
  }
  return (
    <Frame path={`/${group}/mapping/${mandate}/coverage`} group={content.group}>
      <main className="frame home" id="main">
        <div className="lead">
          <div>
            <h1>{t("titleOf", { mandate: content.mandate.title })}</h1>
            <p className="what">{t("leadEdition", facts)}</p>
            <p className="small">
              <a href={table}>{t("toMapping")}</a>
            </p>
          </div>
        </div>
        <CoveragePictures
          areas={content.areas}
          rows={content.rows}
          state={content.number}
          states={states}
          scope="in"
          tableOf={(number) => (number === content.number ? table : `${table}/editions/${number}`)}
        />
      </main>
    </Frame>
  )
}
