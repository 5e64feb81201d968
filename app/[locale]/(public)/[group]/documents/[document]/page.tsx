import type { Metadata } from "next"
import { notFound, permanentRedirect } from "next/navigation"
import { documentPath } from "@/lib/documents/addresses"
import { findPublishedDocument, findPublishedSlug } from "@/lib/documents/public-queries"
import { localePath } from "@/lib/platform/locales"
import { documentLocale } from "../../../address"
import { DocumentPage, documentMetadata } from "./document-page"

type Props = { params: Promise<{ locale: string; group: string; document: string }> }

async function find({ params }: Props) {
  const locale = await documentLocale(params)
  const { group, document } = await params
  const published = await findPublishedDocument(group, document)
  if (published) return { locale, published }
  // Minutes that spoke of it before it was public know it by its id.
  const slug = (await findPublishedSlug(group, document)) ?? notFound()
  permanentRedirect(localePath(locale, documentPath(group, slug)))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, published } = await find(props)
  return documentMetadata(locale, published)
}

export default async function PublicDocumentPage(props: Props) {
  const { locale, published } = await find(props)
  return <DocumentPage locale={locale} published={published} />
}
