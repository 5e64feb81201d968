import { useLocale, useTranslations } from "next-intl"
import { documentPath } from "@/lib/documents/addresses"
import type { PublicDocumentLine } from "@/lib/documents/public-queries"
import { dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"

/** Published documents, one under the other: title, how it stands, its newest public version. */
export function DocumentLines({
  slug,
  lines,
}: {
  slug: string
  lines: readonly PublicDocumentLine[]
}) {
  const t = useTranslations("publicDocuments")
  const locale = useLocale()
  return (
    <ol className="sums">
      {lines.map((line) => (
        <li key={line.slug}>
          <div>
            <h3>
              <a href={localePath(locale, documentPath(slug, line.slug))} lang={line.language}>
                {line.title}
              </a>
            </h3>
            <p className="meta">
              <span>
                {t("line", {
                  version: line.version,
                  name: line.name,
                  day: dayText(line.publishedAt, locale),
                })}
              </span>
              {line.status === "draft" ? null : <span>{t(`status.${line.status}`)}</span>}
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
