import { notFound, permanentRedirect } from "next/navigation"
import { findRenumbered } from "@/lib/meetings/public-queries"
import { localePath } from "@/lib/platform/locales"
import { changesPath, reportPath } from "@/lib/reports/addresses"
import { findPublishedReport } from "@/lib/reports/public-queries"
import { documentLocale, numberFrom, versionFrom } from "../../../../../address"

export type ComparedProps = {
  params: Promise<{ locale: string; group: string; number: string; version: string }>
  searchParams: Promise<{ from?: string | string[] }>
}

/** Two versions of a report: the one that is named beside the one that it corrects, or beside another. */
export async function findCompared({ params, searchParams }: ComparedProps) {
  const locale = await documentLocale(params)
  const { group: slug, number: text, version: label } = await params
  const { from } = await searchParams
  const number = numberFrom(text) ?? notFound()
  const named = versionFrom(label) ?? notFound()
  const asked = typeof from === "string" ? (numberFrom(from) ?? notFound()) : null
  const found = await findPublishedReport(slug, number, named)
  if (!found) {
    const renumbered = await findRenumbered(slug, number)
    if (renumbered)
      permanentRedirect(
        localePath(locale, changesPath(slug, renumbered, named, asked ?? undefined)),
      )
    notFound()
  }
  const other = asked ?? found.report.correction?.corrects ?? named - 1
  // Before a first version there is none to stand beside it.
  if (other === 0 || other === named)
    permanentRedirect(localePath(locale, reportPath(slug, number, named)))
  const beside = (await findPublishedReport(slug, number, other))?.report ?? notFound()
  // Of two that are named the wrong way round, the older is still the one before.
  const [older, newer] = other < named ? [beside, found.report] : [found.report, beside]
  return { locale, slug, number, older, newer, versions: found.setting.versions }
}
