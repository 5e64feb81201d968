import { useLocale, useTranslations } from "next-intl"
import { dayText, machineTime } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"
import { readableHash } from "@/lib/record/model"
import type { PublicEntry } from "@/lib/record/public-queries"

/** The entries of a ledger, the newest first, with both hashes of each. */
export function EntryLines({ slug, entries }: { slug: string; entries: readonly PublicEntry[] }) {
  const t = useTranslations("ledger")
  const locale = useLocale()
  if (entries.length === 0) return <p className="none-yet">{t("none")}</p>
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">{t("entries")}</h2>
      <ol className="entries" reversed start={entries[0]?.position}>
        {entries.map((entry) => (
          <li key={entry.position} id={`e${entry.position}`} value={entry.position}>
            <p>
              <a href={localePath(locale, `/${slug}/${entry.address}`)}>
                {t(`kind.${entry.kind}`)} <span className="mono">{entry.address}</span>
              </a>
              , <time dateTime={machineTime(entry.at)}>{dayText(entry.at, locale)}</time>
            </p>
            <dl>
              <dt>{t("content")}</dt>
              <dd>
                <span className="mono">{readableHash(entry.sha256)}</span>{" "}
                <a href={`/${slug}/record/${entry.position}/record.json`}>{t("asRecord")}</a>
              </dd>
              <dt>{t("hash")}</dt>
              <dd className="mono">{readableHash(entry.hash)}</dd>
            </dl>
          </li>
        ))}
      </ol>
    </section>
  )
}
