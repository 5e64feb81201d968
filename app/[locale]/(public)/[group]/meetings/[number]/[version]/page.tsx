import type { Metadata } from "next"
import { notFound, permanentRedirect } from "next/navigation"
import { findRenumbered } from "@/lib/meetings/public-queries"
import { localePath } from "@/lib/platform/locales"
import { reportPath } from "@/lib/reports/addresses"
import { findPublishedReport } from "@/lib/reports/public-queries"
import { documentLocale, numberFrom, versionFrom } from "../../../../address"
import { ReportPage, reportMetadata } from "../report-page"

type Props = { params: Promise<{ locale: string; group: string; number: string; version: string }> }

async function find({ params }: Props) {
  const locale = await documentLocale(params)
  const { group, number: text, version: label } = await params
  const number = numberFrom(text) ?? notFound()
  const version = versionFrom(label) ?? notFound()
  const published = await findPublishedReport(group, number, version)
  if (published) return { locale, version, published }
  const renumbered = await findRenumbered(group, number)
  if (renumbered) permanentRedirect(localePath(locale, reportPath(group, renumbered, version)))
  notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, published, version } = await find(props)
  return reportMetadata(locale, published, version)
}

export default async function VersionPage(props: Props) {
  const { locale, published, version } = await find(props)
  return <ReportPage locale={locale} published={published} version={version} />
}
