import { useLocale, useTranslations } from "next-intl"
import type { Backlink, ResultingDocument } from "@/lib/links/backlink-queries"
import { localePath } from "@/lib/platform/locales"

/** The texts that speak of something, with the words of their links; nothing where none does. */
export function Backlinks({
  backlinks,
  results = [],
  group,
  title,
}: {
  backlinks: readonly Backlink[]
  /** The documents that came of a meeting. */
  results?: readonly ResultingDocument[]
  /** The slug of the group. */
  group: string
  title: string
}) {
  const t = useTranslations("documents.backlinks")
  const desk = localePath(useLocale(), `/desk/${group}`)
  if (backlinks.length + results.length === 0) return null
  return (
    <section className="panel backlinks" aria-labelledby="backlinks">
      <h2 id="backlinks">{title}</h2>
      <ul>
        {results.map(({ slug, title: name, decision }) => (
          <li key={slug}>
            <a href={`${desk}/documents/${slug}`} dir="auto">
              {name}
            </a>
            <small className="muted">
              {decision === null ? t("cameOfMeeting") : t("cameOf", { words: decision })}
            </small>
          </li>
        ))}
        {backlinks.map(({ id, from, words, decision, target }) => (
          <li key={id}>
            {from.kind === "document" ? (
              <a href={`${desk}/documents/${from.slug}`} dir="auto">
                {from.title}
              </a>
            ) : (
              <a href={`${desk}/meetings/${from.meetingId}/minutes`}>
                {from.number === null
                  ? from.title || t("unnumbered")
                  : t("minutes", { number: from.number })}
              </a>
            )}{" "}
            {words ? (
              <q>
                <bdi>{words}</bdi>
              </q>
            ) : null}
            {target === "decision" ? (
              <small className="muted">{t("ofDecision", { words: decision ?? "" })}</small>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
