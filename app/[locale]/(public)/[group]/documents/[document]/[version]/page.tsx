import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { findPublishedDocument } from "@/lib/documents/public-queries"
import { documentLocale, versionFrom } from "../../../../address"
import { DocumentPage, documentMetadata } from "../document-page"

type Props = {
  params: Promise<{ locale: string; group: string; document: string; version: string }>
}

async function find({ params }: Props) {
  const locale = await documentLocale(params)
  const { group, document, version: label } = await params
  const version = versionFrom(label) ?? notFound()
  const published = (await findPublishedDocument(group, document, version)) ?? notFound()
  return { locale, version, published }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, version, published } = await find(props)
  return documentMetadata(locale, published, version)
}

export default async function PublicVersionPage(props: Props) {
  const { locale, version, published } = await find(props)
  return <DocumentPage locale={locale} published={published} version={version} />
}
