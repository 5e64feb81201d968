import { documentPath } from "@/lib/documents/addresses"
import type { VersionContent } from "@/lib/documents/version-content"
import { localePath } from "@/lib/platform/locales"

/** The document as search engines read it (schema.org DigitalDocument): only what the page says too. */
export function structuredDocument(content: VersionContent, origin: string, locale: string) {
  const { group, document, version } = content
  const organisation = {
    "@type": "Organization",
    name: group.name,
    alternateName: group.shortName,
    url: origin + localePath(locale, `/${group.slug}`),
  }
  return {
    "@context": "https://schema.org",
    "@type": "DigitalDocument",
    name: document.title,
    url: origin + localePath(locale, documentPath(group.slug, document.slug)),
    identifier: origin + documentPath(group.slug, document.slug, version.number),
    version: String(version.number),
    inLanguage: document.language,
    dateCreated: version.madeAt,
    author: organisation,
    publisher: organisation,
  }
}
