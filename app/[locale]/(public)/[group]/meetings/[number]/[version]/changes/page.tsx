import type { Metadata } from "next"
import { notFound, permanentRedirect } from "next/navigation"
import { findRenumbered } from "@/lib/meetings/public-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { changesPath, reportPath } from "@/lib/reports/addresses"
import { findPublishedReport } from "@/lib/reports/public-queries"
import { ChangesLead, VersionChanges } from "@/lib/reports/render/changes"
import { documentLocale, numberFrom, versionFrom } from "../../../../../address"
import { Frame } from "../../../../../frame"
import { pageMetadata } from "../../../../../page-metadata"

type Props = { params: Promise<{ locale: string; group: string; number: string; version: string }> }

async function find({ params }: Props) {
  const locale = await documentLocale(params)
  const { group: slug, number: text, version: label } = await params
  const number = numberFrom(text) ?? notFound()
  const version = versionFrom(label) ?? notFound()
  const newer = (await findPublishedReport(slug, number, version))?.report
  if (!newer) {
    const renumbered = await findRenumbered(slug, number)
    if (renumbered) permanentRedirect(localePath(locale, changesPath(slug, renumbered, version)))
    notFound()
  }
  // Before a first version there is none to stand beside it.
  if (version === 1) permanentRedirect(localePath(locale, reportPath(slug, number, version)))
  const before = newer.correction?.corrects ?? version - 1
  const older = (await findPublishedReport(slug, number, before))?.report
  return { locale, slug, number, version, newer, older: older ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, slug, number, version, newer } = await find(props)
  const t = await getTranslations("report.changes")
  return pageMetadata({
    locale,
    path: changesPath(slug, number, version),
    title: `${t("title", { number, version })} · ${newer.group.shortName}`,
    description: newer.correction?.reason ?? newer.withdrawal?.reason ?? "",
  })
}

export default async function ChangesPage(props: Props) {
  const { locale, slug, number, version, newer, older } = await find(props)
  const t = await getTranslations("report.changes")
  const href = localePath(locale, reportPath(slug, number, version))
  return (
    <Frame path={changesPath(slug, number, version)} group={newer.group} current="meetings">
      <main className="frame" id="main">
        <article className="record changes">
          <header className="title">
            <p className="eyebrow">{t("eyebrow", { number })}</p>
            <h1>{t("title", { number, version })}</h1>
            <ChangesLead older={older} newer={newer} />
            {newer.correction ? <p dir="auto">{newer.correction.reason}</p> : null}
            <p className="small">
              <a href={href}>{t("read", { version })}</a>
            </p>
          </header>
          <VersionChanges older={older} newer={newer} hrefOf={(anchor) => `${href}#${anchor}`} />
        </article>
      </main>
    </Frame>
  )
}
