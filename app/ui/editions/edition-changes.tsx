import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { type Beside, type Comparable, compareEditions } from "@/lib/editions/compare"
import type { AnnexEntry, EditionRow } from "@/lib/editions/model"
import { ActivityFacts, ActivityTitle } from "./activity-list"
import { CitationLine } from "./citation-line"
import { useNaming } from "./naming"
import { Sides } from "./sides"

/**
 * What an edition, or the table as it stands, holds otherwise than an older edition: what stands above
 * the table, rows that came and went, and changed rows cell by cell. `rowHref` leads to a row.
 */
export function EditionChanges({
  older,
  newer,
  rowHref,
}: {
  older: Comparable
  newer: Comparable
  rowHref: (number: number) => string
}) {
  const t = useTranslations("mapping.editions")
  const fields = useTranslations("mapping.field")
  const locale = useLocale()
  const naming = useNaming(older.areas, newer.areas)
  const { front, added, removed, changed, annexed, coarse } = compareEditions(
    ...([older, newer, naming, locale] as const),
  )
  if (front.length + added.length + removed.length + changed.length + annexed.length === 0)
    return <p>{t("noChanges")}</p>
  const link = (number: number) => <a href={rowHref(number)}>{t("rowNumber", { number })}</a>
  const sides = (label: string, key: string, beside: Beside) => (
    <Sides key={key} label={label} {...beside} />
  )
  return (
    <>
      {coarse ? <p className="small muted">{t("coarse")}</p> : null}
      <Part id="changed-front" title={t("front")} count={front.length}>
        {front.map(({ field, ...beside }) => sides(t(`about.${field}`), field, beside))}
      </Part>
      <Part id="added" title={t("added", { rows: added.length })} count={added.length}>
        <RowList rows={added} link={link} />
      </Part>
      <Part id="removed" title={t("removed", { rows: removed.length })} count={removed.length}>
        <RowList rows={removed} />
      </Part>
      <Part id="changed" title={t("changed", { rows: changed.length })} count={changed.length}>
        {changed.map(({ row, cells }) => (
          <article key={row.number} className="changed-row">
            <h3>
              {link(row.number)} <bdi className="muted">{row.suggests}</bdi>
            </h3>
            {cells.map(({ field, ...beside }) =>
              sides(field === "meetings" ? t("discussedAt") : fields(field), field, beside),
            )}
          </article>
        ))}
      </Part>
      <Part id="annexed" title={t("annexed", { count: annexed.length })} count={annexed.length}>
        <AnnexedList entries={annexed} />
      </Part>
    </>
  )
}

function Part({
  id,
  title,
  count,
  children,
}: {
  id: string
  title: string
  count: number
  children: ReactNode
}) {
  if (count === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function RowList({
  rows,
  link,
}: {
  rows: readonly EditionRow[]
  link?: (number: number) => ReactNode
}) {
  const t = useTranslations("mapping.editions")
  return (
    <ul className="row-list">
      {rows.map((row) => (
        <li key={row.number}>
          {link ? link(row.number) : t("rowNumber", { number: row.number })}{" "}
          <bdi>{row.suggests}</bdi>
          <CitationLine citation={row.citation} />
        </li>
      ))}
    </ul>
  )
}

/** Activities that stand in the annex, with the row that they came from. */
export function AnnexedList({ entries }: { entries: readonly AnnexEntry[] }) {
  const t = useTranslations("mapping.editions")
  return (
    <ul className="row-list">
      {entries.map(({ row, activity }) => (
        <li key={`${row} ${activity.id}`}>
          <ActivityTitle activity={activity} /> <ActivityFacts activity={activity} />{" "}
          <span className="muted">{t("ofRow", { number: row })}</span>
        </li>
      ))}
    </ul>
  )
}
