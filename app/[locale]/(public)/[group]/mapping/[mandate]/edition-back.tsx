import { useLocale, useTranslations } from "next-intl"
import { editionFilePath, editionFormats, editionPath } from "@/lib/editions/addresses"
import type { PublicEdition } from "@/lib/editions/public-queries"
import { dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"
import { readableHash } from "@/lib/record/model"
import { LedgerLine } from "@/lib/record/render"

/** How the edition is cited, all editions, and the fingerprint of this one. */
export function EditionBack({ edition }: { edition: PublicEdition }) {
  const t = useTranslations("mapping.editions")
  const files = useTranslations("files")
  const locale = useLocale()
  const { content, editions, sha256, origin, entry } = edition
  const { group, mandate, number, frozenAt } = content
  return (
    <div className="back">
      <section className="cite" id="cite" aria-labelledby="cite-title">
        <h2 id="cite-title">{t("cite")}</h2>
        <p>
          {t.rich("citeForm", {
            ...{ group: group.name, mandate: mandate.title, number },
            day: dayText(new Date(frozenAt), locale),
            work: (chunks) => <cite>{chunks}</cite>,
          })}
        </p>
        <p className="addr mono">{origin + editionPath(group.slug, mandate.slug, number)}</p>
      </section>
      <section className="foot" id="record" aria-labelledby="record-title">
        <h2 id="record-title">{t("proof")}</h2>
        <dl>
          <div>
            <dt>{t("editions")}</dt>
            <dd>
              {editions.map((one) => {
                const words = t("numberOn", {
                  number: one.number,
                  day: dayText(one.frozenAt, locale),
                })
                return (
                  <span className="one" key={one.number}>
                    {one.number === number ? (
                      t("thisOne", { words })
                    ) : (
                      <a
                        href={localePath(locale, editionPath(group.slug, mandate.slug, one.number))}
                      >
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
              {editionFormats.map((format) => (
                <a
                  className="file"
                  href={localePath(
                    locale,
                    editionFilePath(group.slug, mandate.slug, number, format),
                  )}
                  key={format}
                >
                  {t(`format.${format}`)}
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
