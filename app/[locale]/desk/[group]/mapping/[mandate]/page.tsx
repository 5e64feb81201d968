import type { Metadata } from "next"
import { getTranslations } from "@/lib/platform/i18n"
import { GridHost } from "./grid-host"
import { type GridQuery, loadGrid } from "./load-grid"
import { loadMapping, type MappingParams } from "./load-mapping"
import { MappingHead } from "./mapping-head"
import { Pages } from "./pages"
import { PlainTable } from "./plain-table"
import "../../meetings/[meeting]/minutes/live.css"
import "../../meetings/[meeting]/minutes/minutes.css"
import "./mapping.css"
import "./grid.css"
import "./grid-print.css"

export async function generateMetadata({ params }: { params: MappingParams }): Promise<Metadata> {
  const { mapping } = await loadMapping(params)
  return { title: mapping.mandate.title }
}

export default async function MappingPage({
  params,
  searchParams,
}: {
  params: MappingParams
  searchParams: GridQuery
}) {
  const [loaded, t] = await Promise.all([
    loadGrid(params, searchParams),
    getTranslations("mapping.grid"),
  ])
  const { mapping, base, locale, given, view, seen, choices, setting, lines } = loaded
  const { page, pages, before, after, shown, total } = loaded
  const { areas } = loaded.table
  const mayAdd = mapping.may.edit && areas.length > 0
  return (
    <main id="main" className="mapping">
      {/* The rows are asked for with the page, not first when its script has come. */}
      <link rel="preload" as="fetch" href={`${base}/table`} crossOrigin="anonymous" />
      <MappingHead mapping={mapping} base={base} locale={locale} />
      <GridHost given={given} first={view} seen={seen} choices={choices}>
        <p className="plain-count small muted">
          {t("count", { shown, total })}{" "}
          {mayAdd ? <a href={`${base}/rows/new`}>{t("addRow")}</a> : null}
        </p>
        <PlainTable
          lines={lines}
          setting={setting}
          hidden={seen?.hidden ?? {}}
          by={view.by}
          {...{ base, total, areas, mayAdd }}
          label={t("label", { mandate: mapping.mandate.title })}
          pages={<Pages {...{ page, pages, before, after }} />}
        />
      </GridHost>
    </main>
  )
}
