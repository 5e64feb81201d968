import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { documentPath } from "@/lib/documents/addresses"
import type { PublicDocument } from "@/lib/documents/public-queries"
import { dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"
import { contentTypes, documentFilePath, formats } from "@/lib/report-files/formats"
import { CiteAndProof } from "../../cite-and-proof"

/** How the version is cited, all public versions, and the fingerprint of this one. */
export function Back({
  published,
  children,
}: {
  published: PublicDocument
  /** What stands behind the text, before its proof. */
  children?: ReactNode
}) {
  const t = useTranslations("publicDocuments")
  const files = useTranslations("files")
  const locale = useLocale()
  const { content, versions, sha256, origin, entry } = published
  const { group, document, version } = content
  const pathOf = (number: number) => documentPath(group.slug, document.slug, number)
  const day = versions.find(({ number }) => number === version.number)?.publishedAt
  const words = t.rich("cite.form", {
    ...{ group: group.name, title: document.title, version: version.number },
    day: day ? dayText(day, locale) : "",
    work: (chunks) => <cite>{chunks}</cite>,
  })
  // The JSON is the entry on the ledger: before there is one, there is none.
  const offered = formats.filter((format) => entry !== null || format !== "json")
  const lines = versions.map(({ number, name, publishedAt }) => {
    const line = t("line", { version: number, name, day: dayText(publishedAt, locale) })
    return number === version.number
      ? { number, words: t("thisOne", { words: line }), href: null }
      : { number, words: line, href: localePath(locale, pathOf(number)) }
  })
  return (
    <CiteAndProof
      cite={{ title: t("cite.title"), words, address: origin + pathOf(version.number) }}
      proof={t("proof")}
      others={{ title: t("versions"), lines }}
      files={offered.map((format) => ({
        href: localePath(
          locale,
          documentFilePath(group.slug, document.slug, format, version.number),
        ),
        words: files(`format.${format}`),
        type: contentTypes[format],
      }))}
      {...{ sha256, group: group.slug, entry }}
    >
      {children}
    </CiteAndProof>
  )
}
