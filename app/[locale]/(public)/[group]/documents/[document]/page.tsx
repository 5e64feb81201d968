import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { findPublishedDocument } from "@/lib/documents/public-queries"
import { documentLocale } from "../../../address"
import { DocumentPage, documentMetadata } from "./document-page"

type Props = { params: Promise<{ locale: string; group: string; document: string }> }

async function find({ params }: Props) {
  const locale = await documentLocale(params)
  const { group, document } = await params
  return { locale, published: (await findPublishedDocument(group, document)) ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, published } = await find(props)
  return documentMetadata(locale, published)
}

export default async function PublicDocumentPage(props: Props) {
  const { locale, published } = await find(props)
  return <DocumentPage locale={locale} published={published} />
}
