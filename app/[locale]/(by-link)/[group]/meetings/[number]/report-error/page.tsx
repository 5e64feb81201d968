import { randomUUID } from "node:crypto"
import type { Metadata } from "next"
import { notFound, permanentRedirect } from "next/navigation"
import { findPlace } from "@/lib/error-reports/place"
import { findRenumbered } from "@/lib/meetings/public-queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { errorPath, reportPath } from "@/lib/reports/addresses"
import { findPublishedReport } from "@/lib/reports/public-queries"
import { ErrorForm } from "./error-form"

type Props = {
  params: Promise<{ group: string; number: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ number }, t] = await Promise.all([params, getTranslations("errorReports")])
  return { title: t("title", { number }) }
}

/** Where anybody says what is wrong in a report: at a paragraph of a version, or in the whole of it. */
export default async function ReportErrorPage({ params, searchParams }: Props) {
  const [{ group: slug, number: text }, asked, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations("errorReports"),
  ])
  const number = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : notFound()
  const wanted = /^[1-9]\d{0,4}$/.test(String(asked.version)) ? Number(asked.version) : undefined
  const at = typeof asked.at === "string" ? asked.at : ""
  const found = await findPublishedReport(slug, number, wanted)
  if (!found) {
    const renumbered = await findRenumbered(slug, number)
    if (renumbered) permanentRedirect(localePath(locale, errorPath(slug, renumbered, wanted, at)))
    notFound()
  }
  const { report } = found
  const { version } = report
  const place = at ? findPlace(report, at) : null
  const back = localePath(locale, reportPath(slug, number, version))
  return (
    <>
      <p className="small">
        <a href={place ? `${back}#${place.anchor}` : back}>{t("back", { number, version })}</a>
      </p>
      <h1>{t("title", { number })}</h1>
      <p>{t("lead")}</p>
      {place ? (
        <figure className="error-place">
          <figcaption className="small muted">{t("at", { mark: place.mark })}</figcaption>
          <blockquote lang={report.language} dir="auto">
            {place.quote}
          </blockquote>
        </figure>
      ) : null}
      <ErrorForm
        given={{
          ...{ slug, number, version, locale },
          at: place?.anchor ?? "",
          submission: randomUUID(),
        }}
      />
    </>
  )
}
