import { useLocale, useTranslations } from "next-intl"
import { documentPath } from "@/lib/documents/addresses"
import type { PublicBacklink } from "@/lib/links/public-queries"
import { localePath } from "@/lib/platform/locales"
import { reportPath } from "@/lib/reports/addresses"

/**
 * The published texts that speak of a record, with the words of their links; nothing where none does.
 * `decisions` are those of the record: by the id of each its number (`33/1`) and its fragment.
 */
export function Speaking({
  backlinks,
  group,
  decisions = new Map(),
}: {
  backlinks: readonly PublicBacklink[]
  /** The slug of the group. */
  group: string
  decisions?: ReadonlyMap<string, { ordinal: string; anchor: string }>
}) {
  const t = useTranslations("public.speaking")
  const locale = useLocale()
  if (backlinks.length === 0) return null
  return (
    <section className="speaking" aria-labelledby="speaking">
      <h2 id="speaking">{t("title")}</h2>
      <ul>
        {backlinks.map(({ id, from, words, decision }) => {
          const of = decision === null ? undefined : decisions.get(decision)
          const path =
            from.kind === "report" ? reportPath(group, from.number) : documentPath(group, from.slug)
          return (
            <li key={id}>
              <a href={localePath(locale, path)} dir="auto">
                {from.kind === "report" ? t("report", { number: from.number }) : from.title}
              </a>{" "}
              {words ? (
                <q>
                  <bdi>{words}</bdi>
                </q>
              ) : null}{" "}
              {of ? (
                <a className="of-decision" href={`#${of.anchor}`}>
                  {t("ofDecision", { ordinal: of.ordinal })}
                </a>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
