import type { Metadata } from "next"
import { PageSteps } from "@/app/ui/page-steps"
import { annexPath, editionPath, mappingPath } from "@/lib/editions/addresses"
import { pageOf } from "@/lib/editions/pages"
import { shownAnnex } from "@/lib/editions/shown-rows"
import { countFilters, viewQuery } from "@/lib/mapping/filters"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { Frame } from "../../../../frame"
import { pageMetadata } from "../../../../page-metadata"
import type { Shown } from "../find-shown"
import { Older } from "../older"
import { AnnexFilter } from "./annex-filter"
import { AnnexTable } from "./annex-table"

/** Of which edition it is, where its address says so. */
const ownOf = ({ named, edition: { content } }: Shown) => (named ? content.number : undefined)

/** The annex of an older edition names that of the newest as the one to find. */
export async function annexMetadata(shown: Shown): Promise<Metadata> {
  const { locale, edition, view } = shown
  const { group, mandate } = edition.content
  const t = await getTranslations("mapping.editions")
  const own = ownOf(shown)
  const title = t("annexTitle", { mandate: mandate.title })
  return {
    ...pageMetadata({
      locale,
      path: annexPath(group.slug, mandate.slug, own),
      canonical: annexPath(group.slug, mandate.slug),
      title: `${own === undefined ? title : t("ofEdition", { title, number: own })} · ${group.shortName}`,
      description: t("annexLead"),
    }),
    ...(viewQuery(view) ? { robots: { index: false } } : {}),
  }
}

/** The activities of finished years that an edition keeps, as the address asks for them. */
export async function AnnexPage(shown: Shown) {
  const { locale, edition, view, page } = shown
  const { content } = edition
  const { group, mandate, number } = content
  const t = await getTranslations("mapping.editions")
  const own = ownOf(shown)
  const entries = shownAnnex(content, view)
  const path = annexPath(group.slug, mandate.slug, own)
  const action = localePath(locale, path)
  const table =
    own === undefined
      ? mappingPath(group.slug, mandate.slug)
      : editionPath(group.slug, mandate.slug, own)
  const query = viewQuery(view)
  const of = query ? pageOf(entries, page) : { shown: entries, page: 1, pages: 1 }
  const isNarrowed = countFilters(view.filters) > 0 || view.row !== null
  return (
    <Frame path={path + query} group={group} current="mapping">
      <main className="frame home edition" id="main">
        <div className="lead">
          <div>
            <p className="edition-of">
              <a href={localePath(locale, table)}>{mandate.title}</a>
            </p>
            <h1>
              {own === undefined ? t("annex") : t("ofEdition", { title: t("annex"), number })}
            </h1>
            <p className="what">{t("annexLead")}</p>
          </div>
        </div>
        <Older edition={edition} newest={annexPath(group.slug, mandate.slug)} />
        {content.annex.length > 0 ? (
          <AnnexFilter action={action} content={content} view={view} />
        ) : null}
        <p className="edition-count" role="status">
          {t("annexShown", { shown: entries.length, all: content.annex.length })}{" "}
          {isNarrowed ? <a href={action}>{t("annexAll")}</a> : null}
        </p>
        {entries.length > 0 ? (
          <AnnexTable content={content} entries={of.shown} table={localePath(locale, table)} />
        ) : null}
        <PageSteps {...of} to={(other) => `${action}${query}&page=${other}`} />
      </main>
    </Frame>
  )
}
