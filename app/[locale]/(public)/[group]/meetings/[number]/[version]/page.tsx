import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { findPublishedReport } from "@/lib/reports/public-queries"
import { documentLocale, numberFrom, versionFrom } from "../../../../address"
import { ReportPage, reportMetadata } from "../report-page"

type Props = { params: Promise<{ locale: string; group: string; number: string; version: string }> }

async function find({ params }: Props) {
  const locale = await documentLocale(params)
  const { group, number: text, version: label } = await params
  const number = numberFrom(text) ?? notFound()
  const version = versionFrom(label) ?? notFound()
  return {
    locale,
    version,
    published: (await findPublishedReport(group, number, version)) ?? notFound(),
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, published, version } = await find(props)
  return reportMetadata(locale, published, version)
}

export default async function VersionPage(props: Props) {
  const { locale, published, version } = await find(props)
  return <ReportPage locale={locale} published={published} version={version} />
}
