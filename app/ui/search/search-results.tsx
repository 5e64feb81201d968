import { useLocale, useTranslations } from "next-intl"
import { dayInstant } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"
import { addressOf, type SearchInput } from "@/lib/search/input"
import type { Found, Hit, Piece } from "@/lib/search/model"
import { DateTime } from "../date-time"
import { PageSteps } from "../page-steps"

/**
 * What was found, the best first: where it leads, the passage with the words marked, and what it is.
 * `action` is the page's own address; `none` says why nothing was found.
 */
export function SearchResults({
  found,
  input,
  action,
  none,
}: {
  found: Found
  input: SearchInput
  action: string
  none: string
}) {
  const t = useTranslations("search")
  if (found.hits.length === 0) {
    return (
      <section className="found" aria-labelledby="found">
        <h2 id="found">{found.tooLong ? t("tooLong") : t("none")}</h2>
        <p>{found.tooLong ? t("tooLongWhy") : none}</p>
      </section>
    )
  }
  const { total: count, more, forgiven } = found
  return (
    <section className="found" aria-labelledby="found">
      <h2 className="vh" id="found">
        {t("results")}
      </h2>
      <p className="found-count">{more ? t("countMore", { count }) : t("count", { count })}</p>
      {forgiven ? (
        <p className="found-count">{t(forgiven === "alone" ? "forgiven" : "forgivenBehind")}</p>
      ) : null}
      <ol>
        {found.hits.map((hit) => (
          <FoundPlace key={hit.id} hit={hit} />
        ))}
      </ol>
      <PageSteps
        page={found.page}
        pages={found.pages}
        to={(page) => addressOf(action, { ...input, page })}
      />
    </section>
  )
}

function FoundPlace({ hit }: { hit: Hit }) {
  const t = useTranslations("search")
  const locale = useLocale()
  const meeting = hit.number === null ? null : t("meeting", { number: hit.number })
  const isTitled = hit.title.length > 0
  const isNumbered = hit.kind === "meeting" || hit.kind === "report" || !isTitled
  const before = isNumbered ? meeting : null
  const state = hit.state && t(`state.${hit.state}`)
  const facts = [t(`kind.${hit.kind}`), state, hit.group, before ? null : meeting]
  return (
    <li>
      <h3>
        <a href={localePath(locale, hit.href)}>
          {before}
          {before && isTitled ? ": " : null}
          {isTitled ? (
            <bdi lang={hit.language}>
              <Pieces of={hit.title} />
            </bdi>
          ) : null}
          {before || isTitled ? null : t("untitled")}
        </a>
      </h3>
      {hit.passage.length > 0 ? (
        <p dir="auto" lang={hit.language}>
          <Pieces of={hit.passage} />
        </p>
      ) : null}
      <p className="found-facts">
        {facts.map((fact) => (fact ? <span key={fact}>{fact}</span> : null))}
        {hit.day ? <DateTime at={dayInstant(hit.day)} form="day" /> : null}
      </p>
    </li>
  )
}

function Pieces({ of }: { of: readonly Piece[] }) {
  let at = 0
  return of.map(({ text, marked }) => {
    at += text.length
    return marked ? <mark key={at}>{text}</mark> : text
  })
}
