import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { documentPath } from "@/lib/documents/addresses"
import type { PublicDocument } from "@/lib/documents/public-queries"
import { dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"
import { readableHash } from "@/lib/record/model"
import { LedgerLine } from "@/lib/record/render"
import { contentTypes, documentFormats } from "@/lib/report-files/formats"

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
  const day = versions.find(({ number }) => number === version.number)?.publishedAt
  return (
    <div className="back">
      {children}
      <section className="cite" id="cite" aria-labelledby="cite-title">
        <h2 id="cite-title">{t("cite.title")}</h2>
        <p>
          {t.rich("cite.form", {
            group: group.name,
            title: document.title,
            version: version.number,
            day: day ? dayText(day, locale) : "",
            work: (chunks) => <cite>{chunks}</cite>,
          })}
        </p>
        <p className="addr mono">
          {origin + documentPath(group.slug, document.slug, version.number)}
        </p>
      </section>
      <section className="foot" id="record" aria-labelledby="record-title">
        <h2 id="record-title">{t("proof")}</h2>
        <dl>
          <div>
            <dt>{t("versions")}</dt>
            <dd>
              {versions.map(({ number, name, publishedAt }) => {
                const words = t("line", {
                  version: number,
                  name,
                  day: dayText(publishedAt, locale),
                })
                return (
                  <span className="one" key={number}>
                    {number === version.number ? (
                      t("thisOne", { words })
                    ) : (
                      <a href={localePath(locale, documentPath(group.slug, document.slug, number))}>
                        {words}
                      </a>
                    )}
                  </span>
                )
              })}
            </dd>
          </div>
          <div className="noprint">
            <dt>{files("title")}</dt>
            <dd>
              {documentFormats.map((format) => (
                <a
                  className="file"
                  href={`${localePath(locale, documentPath(group.slug, document.slug, version.number))}/document.${format}`}
                  key={format}
                  type={contentTypes[format]}
                >
                  {files(`format.${format}`)}
                </a>
              ))}
            </dd>
          </div>
          <div>
            <dt>SHA-256</dt>
            <dd className="mono">{readableHash(sha256)}</dd>
          </div>
          <LedgerLine slug={group.slug} entry={entry} />
        </dl>
      </section>
    </div>
  )
}
