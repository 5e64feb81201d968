import { useLocale, useTranslations } from "next-intl"
import { documentPath } from "@/lib/documents/addresses"
import type { PublicBacklink } from "@/lib/links/public-queries"
import { localePath } from "@/lib/platform/locales"
import { reportPath } from "@/lib/reports/addresses"

/**
 * The published texts that speak of a record, each once, with the words of its links; nothing where none does.
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
  const texts = new Map<string, PublicBacklink[]>()
  for (const link of backlinks) {
    const path = pathOf(group, link.from)
    texts.set(path, [...(texts.get(path) ?? []), link])
  }
  const titleOf = (link: PublicBacklink | undefined) =>
    link?.from.kind === "report" ? t("report", { number: link.from.number }) : link?.from.title
  return (
    <section className="speaking" aria-labelledby="speaking">
      <h2 id="speaking">{t("title")}</h2>
      <ul>
        {[...texts].map(([path, links]) => (
          <li key={path}>
            <a href={localePath(locale, path)} dir="auto">
              {titleOf(links[0])}
            </a>{" "}
            {links.map(({ id, words, decision }) => {
              const of = decision === null ? undefined : decisions.get(decision)
              return (
                <span key={id} className="saying">
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
                </span>
              )
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

const pathOf = (group: string, from: PublicBacklink["from"]) =>
  from.kind === "report" ? reportPath(group, from.number) : documentPath(group, from.slug)
