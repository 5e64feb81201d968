import { ButtonLink } from "@/app/ui/button"
import { Empty } from "@/app/ui/empty"
import { Table } from "@/app/ui/table"
import type { Kind } from "@/lib/imports/kinds"
import type { BatchProgress } from "@/lib/imports/progress"
import { type ResultForDesk, resultsPage } from "@/lib/imports/results"
import { getTranslations } from "@/lib/platform/i18n"
import { ResultRow } from "./result-row"

/** In the order in which somebody goes over them. */
const shown = [
  "errors",
  "warnings",
  "ready",
  "documents",
  "refused",
  "notSaved",
  "saved",
  "savedOpen",
  "waiting",
  "discarded",
] as const satisfies readonly Kind[]

/** What the address asks to see: one kind of files or all, and which page of them, from 1. */
export function askedOf({ show, page }: { show?: string; page?: string }) {
  return {
    show: shown.find((kind) => kind === show) ?? null,
    page: /^[1-9]\d{0,3}$/.test(page ?? "") ? Number(page) : 1,
  }
}

/** What became of each file of a batch, a page at a time, all or of one kind. */
export async function Results({
  results,
  progress,
  asked: { show, page },
  base,
  group,
}: {
  results: readonly ResultForDesk[]
  progress: BatchProgress
  asked: ReturnType<typeof askedOf>
  /** The address of the batch. */
  base: string
  group: string
}) {
  const t = await getTranslations("imports")
  const all = show ? progress[show] : progress.files
  const href = (kind: Kind | null, to = 1) => {
    const query = new URLSearchParams()
    if (kind) query.set("show", kind)
    if (to > 1) query.set("page", String(to))
    return query.size > 0 ? `${base}?${query}` : base
  }
  const kinds = shown.filter((kind) => progress[kind] > 0 || kind === show)
  const columns = ["file", "state", "number", "start", "what", "settle"] as const
  return (
    <section aria-labelledby="results" className="stack">
      <h2 id="results">{t("results.title")}</h2>
      <nav className="years" aria-label={t("results.filter")}>
        <ul>
          {[null, ...kinds].map((kind) => (
            <li key={kind ?? "all"}>
              <a href={href(kind)} aria-current={kind === show ? "page" : undefined}>
                {t(`results.${kind ?? "all"}`, { count: kind ? progress[kind] : progress.files })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {results.length === 0 ? (
        <Empty title={t("results.none")}>{t("results.noneWhy")}</Empty>
      ) : (
        <Table
          caption={t("column.files")}
          stacked
          columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
        >
          {results.map((result) => (
            <ResultRow key={result.id} {...{ result, group }} href={`${base}/${result.id}`} />
          ))}
        </Table>
      )}
      {all > resultsPage ? (
        <nav className="btns" aria-label={t("results.pages")}>
          {page > 1 ? (
            <ButtonLink href={href(show, page - 1)}>{t("results.before")}</ButtonLink>
          ) : null}
          <span>{t("results.page", { page, pages: Math.ceil(all / resultsPage) })}</span>
          {page * resultsPage < all ? (
            <ButtonLink href={href(show, page + 1)}>{t("results.after")}</ButtonLink>
          ) : null}
        </nav>
      ) : null}
    </section>
  )
}
