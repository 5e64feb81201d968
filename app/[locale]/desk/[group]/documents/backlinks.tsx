import { useLocale, useTranslations } from "next-intl"
import { PageSteps } from "@/app/ui/page-steps"
import type { BacklinkPage, ResultingDocument } from "@/lib/links/backlink-queries"
import { localePath } from "@/lib/platform/locales"
import { textThatSpeaks } from "./text-that-speaks"

/** The texts that speak of something, with the words of their links; nothing where none does. */
export function Backlinks({
  backlinks: { shown, all, ...pages },
  results = [],
  group,
  title,
}: {
  backlinks: BacklinkPage
  /** The documents that came of a meeting. */
  results?: readonly ResultingDocument[]
  /** The slug of the group. */
  group: string
  title: string
}) {
  const t = useTranslations("documents.backlinks")
  const desk = localePath(useLocale(), `/desk/${group}`)
  if (all + results.length === 0) return null
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
        {shown.map(({ id, from, words, decision, target }) => {
          const text = textThatSpeaks(t, desk, from)
          return (
            <li key={id}>
              <a href={text.href} dir="auto">
                {text.title}
              </a>{" "}
              {text.says ? (
                <span className="muted" dir="auto">
                  {text.says}{" "}
                </span>
              ) : null}
              {words ? (
                <q>
                  <bdi>{words}</bdi>
                </q>
              ) : null}
              {target === "decision" ? (
                <small className="muted">{t("ofDecision", { words: decision ?? "" })}</small>
              ) : null}
            </li>
          )
        })}
      </ul>
      <PageSteps {...pages} to={(page) => `?spoken=${page}#backlinks`} />
    </section>
  )
}
