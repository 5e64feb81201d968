import { useLocale, useTranslations } from "next-intl"
import type { PublicBacklinks } from "@/lib/links/public-queries"
import { localePath } from "@/lib/platform/locales"
import { byText, titleOf } from "./speaker"

/**
 * The published texts that speak of a record, each once, with the words of its links; nothing where none does.
 * `decisions` are those of the record: by the id of each its number (`33/1`) and its fragment.
 */
export function Speaking({
  backlinks: { shown, more },
  group,
  decisions = new Map(),
}: {
  backlinks: PublicBacklinks
  /** The slug of the group. */
  group: string
  decisions?: ReadonlyMap<string, { ordinal: string; anchor: string }>
}) {
  const t = useTranslations("public.speaking")
  const locale = useLocale()
  if (shown.length === 0) return null
  return (
    <section className="speaking" aria-labelledby="speaking">
      <h2 id="speaking">{t("title")}</h2>
      <ul>
        {byText(group, shown).map(({ path, from, links }) => (
          <li key={path}>
            <a href={localePath(locale, path)} dir="auto">
              {titleOf(t, from)}
            </a>{" "}
            {from.kind === "row" && from.suggests ? (
              <span className="suggesting" dir="auto">
                {from.suggests}
              </span>
            ) : null}
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
        {more > 0 ? <li>{t("more", { more })}</li> : null}
      </ul>
    </section>
  )
}
