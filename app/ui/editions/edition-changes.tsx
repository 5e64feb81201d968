import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { type Beside, type Comparable, compareEditions } from "@/lib/editions/compare"
import type { EditionRow } from "@/lib/editions/model"
import { AnnexedList } from "./annexed-list"
import { CitationLine } from "./citation-line"
import { useNaming } from "./naming"
import { Sides } from "./sides"

/**
 * What an edition, or the table as it stands, holds otherwise than an older edition: what stands above
 * the table, rows that came and went, and changed rows cell by cell. `rowHref` leads to a row, `level` is
 * that of the heads.
 */
export function EditionChanges({
  older,
  newer,
  rowHref,
  level = 2,
}: {
  older: Comparable
  newer: Comparable
  rowHref: (number: number) => string
  level?: 2 | 3
}) {
  const RowHeading = `h${level + 1}` as "h3" | "h4"
  const t = useTranslations("mapping.editions")
  const fields = useTranslations("mapping.field")
  const locale = useLocale()
  const naming = useNaming(older.areas, newer.areas)
  const { coarse, ...changes } = compareEditions(older, newer, naming, locale)
  if (Object.values(changes).every(({ length }) => length === 0)) return <p>{t("noChanges")}</p>
  const { front, added, removed, changed, annexed, unannexed, annexChanged } = changes
  const link = (number: number) => <a href={rowHref(number)}>{t("rowNumber", { number })}</a>
  const sides = (label: string, key: string, beside: Beside & { onlyLook?: boolean }) => (
    <Sides key={key} label={label} {...beside} />
  )
  return (
    <>
      {coarse ? <p className="small muted">{t("coarse")}</p> : null}
      <Part id="changed-front" title={t("front")} count={front.length} level={level}>
        {front.map(({ field, ...beside }) => sides(t(`about.${field}`), field, beside))}
      </Part>
      <Part
        id="added"
        title={t("added", { rows: added.length })}
        count={added.length}
        level={level}
      >
        <RowList rows={added} link={link} />
      </Part>
      <Part
        id="removed"
        title={t("removed", { rows: removed.length })}
        count={removed.length}
        level={level}
      >
        <RowList rows={removed} />
      </Part>
      <Part
        id="changed"
        title={t("changed", { rows: changed.length })}
        count={changed.length}
        level={level}
      >
        {changed.map(({ row, cells }) => (
          <article key={row.number} className="changed-row">
            <RowHeading>
              {link(row.number)} <bdi className="muted">{row.suggests}</bdi>
            </RowHeading>
            {cells.map(({ field, ...beside }) =>
              sides(field === "meetings" ? t("discussedAt") : fields(field), field, beside),
            )}
          </article>
        ))}
      </Part>
      <Part
        id="annexed"
        title={t("annexed", { count: annexed.length })}
        count={annexed.length}
        level={level}
      >
        <AnnexedList entries={annexed} />
      </Part>
      <Part
        id="unannexed"
        title={t("unannexed", { count: unannexed.length })}
        count={unannexed.length}
        level={level}
      >
        <AnnexedList entries={unannexed} />
      </Part>
      <Part
        id="annex-changed"
        title={t("annexChanged", { count: annexChanged.length })}
        count={annexChanged.length}
        level={level}
      >
        {annexChanged.map(({ row, ...beside }, at) =>
          sides(t("rowNumber", { number: row }), `${row} ${at}`, beside),
        )}
      </Part>
    </>
  )
}

function Part({
  id,
  title,
  count,
  level,
  children,
}: {
  id: string
  title: string
  count: number
  level: 2 | 3
  children: ReactNode
}) {
  if (count === 0) return null
  const Heading = `h${level}` as const
  return (
    <section aria-labelledby={id}>
      <Heading id={id} className="changes-head">
        {title}
      </Heading>
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
