import { useTranslations } from "next-intl"
import type { CoveredArea, ScopeCounts } from "@/lib/mapping/coverage/coverage"
import type { Scope } from "@/lib/mapping/model"
import { AreaHead } from "./area-head"
import { rowsAddress } from "./rows-address"
import { scopeOrder } from "./scope-order"
import { ScrollBox } from "./scroll-box"

/** Rows of each area by scope, with a bar for each area; every figure leads to its rows in `table`. */
export function ScopeTable({
  counts,
  table,
}: {
  counts: { areas: (CoveredArea & { rows: ScopeCounts })[]; all: ScopeCounts }
  table: string
}) {
  const t = useTranslations("mapping.pictures")
  const scopeName = useTranslations("mapping.scope")
  const most = Math.max(1, ...counts.areas.map(({ rows }) => rows.all))
  const cells = (rows: ScopeCounts, area?: CoveredArea) =>
    [...scopeOrder, undefined].map((scope) => (
      <td key={scope ?? "all"} className="num">
        <a
          href={rowsAddress(table, { area: area?.slug, scope })}
          aria-label={t("scopeFigure", {
            rows: rows[scope ?? "all"],
            area: area?.title ?? t("allAreas"),
            scope: scope ?? "all",
          })}
        >
          {rows[scope ?? "all"]}
        </a>
      </td>
    ))
  return (
    <div className="cover">
      <ScrollBox name={t("scopeName")}>
        <table className="figures scopes">
          <caption>
            <span>{t("scopeCaption")}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("area")}</th>
              {scopeOrder.map((scope) => (
                <th scope="col" key={scope} className="num">
                  {scopeName(scope)}
                </th>
              ))}
              <th scope="col" className="num">
                {t("all")}
              </th>
              <td className="picture" />
            </tr>
          </thead>
          <tbody>
            {counts.areas.map((area) => (
              <tr key={area.slug}>
                <AreaHead areas={counts.areas} area={area} />
                {cells(area.rows, area)}
                <td className="picture">
                  <ScopeBar rows={area.rows} most={most} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("allAreas")}</th>
              {cells(counts.all)}
              <td className="picture" />
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
      <ul className="key" aria-label={t("key")}>
        {scopeOrder.map((scope) => (
          <li key={scope}>
            <i className={`scope-${scope}`} />
            {scopeName(scope)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function ScopeBar({ rows, most }: { rows: ScopeCounts; most: number }) {
  const before = (scope: Scope) =>
    scopeOrder.slice(0, scopeOrder.indexOf(scope)).reduce((all, one) => all + rows[one], 0)
  return (
    <svg
      className="scope-bar"
      aria-hidden="true"
      viewBox={`0 0 ${most} 1`}
      preserveAspectRatio="none"
    >
      {scopeOrder.map((scope) => (
        <rect
          key={scope}
          className={`scope-${scope}`}
          x={before(scope)}
          width={rows[scope]}
          height={1}
        />
      ))}
    </svg>
  )
}
