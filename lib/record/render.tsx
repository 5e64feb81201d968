import { useLocale, useTranslations } from "next-intl"
import { localePath } from "@/lib/platform/locales"
import { entryPath, readableHash } from "./model"

/** For the foot of a published version: its entry on the group's ledger, and that entry's hash. */
export function LedgerLine({
  slug,
  entry,
}: {
  slug: string
  entry: { position: number; hash: string } | null
}) {
  const t = useTranslations("ledger")
  const locale = useLocale()
  if (!entry) return null
  return (
    <div>
      <dt>{t("foot")}</dt>
      <dd>
        <a href={localePath(locale, entryPath(slug, entry.position))}>
          {t("entry", { position: entry.position })}
        </a>{" "}
        <span className="mono">{readableHash(entry.hash)}</span>
      </dd>
    </div>
  )
}
