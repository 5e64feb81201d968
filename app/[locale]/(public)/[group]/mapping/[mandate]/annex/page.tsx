import type { Metadata } from "next"
import { PageSteps } from "@/app/ui/page-steps"
import { annexPath, mappingPath } from "@/lib/editions/addresses"
import { pageOf } from "@/lib/editions/pages"
import { shownAnnex } from "@/lib/editions/shown-rows"
import { countFilters, viewQuery } from "@/lib/mapping/filters"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { Frame } from "../../../../frame"
import { pageMetadata } from "../../../../page-metadata"
import { findShown, type MappingProps } from "../find-shown"
import { AnnexFilter } from "./annex-filter"
import { AnnexTable } from "./annex-table"

export async function generateMetadata(props: MappingProps): Promise<Metadata> {
  const { locale, edition, view } = await findShown(props)
  const { group, mandate } = edition.content
  const t = await getTranslations("mapping.editions")
  return {
    ...pageMetadata({
      locale,
      path: annexPath(group.slug, mandate.slug),
      title: `${t("annexTitle", { mandate: mandate.title })} · ${group.shortName}`,
      description: t("annexLead"),
    }),
    ...(viewQuery(view) ? { robots: { index: false } } : {}),
  }
}

export default async function AnnexPage(props: MappingProps) {
  const { locale, edition, view, page } = await findShown(props)
  const { content } = edition
  const { group, mandate } = content
  const t = await getTranslations("mapping.editions")
  const entries = shownAnnex(content, view)
  const action = localePath(locale, annexPath(group.slug, mandate.slug))
  const query = viewQuery(view)
  const of = query ? pageOf(entries, page) : { shown: entries, page: 1, pages: 1 }
  const isNarrowed = countFilters(view.filters) > 0 || view.row !== null
  return (
    <Frame path={annexPath(group.slug, mandate.slug) + query} group={group} current="mapping">
      <main className="frame home edition" id="main">
        <div className="lead">
          <div>
            <p className="edition-of">
              <a href={localePath(locale, mappingPath(group.slug, mandate.slug))}>
                {mandate.title}
              </a>
            </p>
            <h1>{t("annex")}</h1>
            <p className="what">{t("annexLead")}</p>
          </div>
        </div>
        {content.annex.length > 0 ? (
          <AnnexFilter action={action} content={content} view={view} />
        ) : null}
        <p className="edition-count" role="status">
          {t("annexShown", { shown: entries.length, all: content.annex.length })}{" "}
          {isNarrowed ? <a href={action}>{t("annexAll")}</a> : null}
        </p>
        {entries.length > 0 ? <AnnexTable content={content} entries={of.shown} /> : null}
        <PageSteps {...of} to={(other) => `${action}${query}&page=${other}`} />
      </main>
    </Frame>
  )
}
