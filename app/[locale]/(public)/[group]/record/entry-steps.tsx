import { useLocale, useTranslations } from "next-intl"
import { localePath } from "@/lib/platform/locales"
import { entriesShown } from "@/lib/record/model"
import type { PublicEntry } from "@/lib/record/public-queries"

/** The ways from some entries of a ledger to those after and before them. */
export function EntrySteps({
  slug,
  entries,
  head,
}: {
  slug: string
  entries: readonly PublicEntry[]
  head: PublicEntry | null
}) {
  const t = useTranslations("ledger")
  const page = localePath(useLocale(), `/${slug}/record`)
  const [first, last] = [entries[0], entries.at(-1)]
  if (!first || !last || !head) return null
  const newer = first.position + entriesShown
  const older = last.position - 1
  if (first.position === head.position && older < 1) return null
  return (
    <nav className="found-pages" aria-label={t("pages")}>
      {first.position < head.position ? (
        <a href={newer < head.position ? `${page}?to=${newer}#entries` : `${page}#entries`}>
          {t("newer")}
        </a>
      ) : null}
      <span>{t("span", { first: last.position, last: first.position })}</span>
      {older >= 1 ? <a href={`${page}?to=${older}#entries`}>{t("older")}</a> : null}
    </nav>
  )
}
