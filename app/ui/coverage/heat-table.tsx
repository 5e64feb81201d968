import { useFormatter, useTranslations } from "next-intl"
import {
  type AreaCoverage,
  type Coverage,
  type Figure,
  leastActivities,
} from "@/lib/mapping/coverage/coverage"
import { type ActivityKind, activityKinds, type Scope } from "@/lib/mapping/model"
import { AreaHead } from "./area-head"
import { heatClass } from "./heat-class"
import { HeatKey } from "./heat-key"
import { rowsAddress } from "./rows-address"
import { ScrollBox } from "./scroll-box"

/**
 * Areas × kinds of activity as a heat map that is a table: every figure leads to its rows in `table`,
 * the address of a table of rows without its filters. What stands behind a colour is also in words.
 *
 * @example <HeatTable coverage={coverageOf(areas, rows)} scope="in" table="/wg-strategy/mapping/roadmap" />
 */
export function HeatTable({
  coverage,
  scope,
  table,
}: {
  coverage: Coverage
  scope: Scope
  table: string
}) {
  const t = useTranslations("mapping.pictures")
  const kindName = useTranslations("mapping.kind")
  const link = (figure: Figure, area?: AreaCoverage, kind?: ActivityKind) => (
    <a
      href={rowsAddress(table, { area: area?.slug, kind, scope })}
      aria-label={t(area?.gap && !kind ? "figureOfGap" : "figure", {
        activities: figure.activities,
        rows: figure.rows,
        area: area?.title ?? t("allAreas"),
        kind: kind ? kindName(kind) : t("allKinds"),
      })}
    >
      {figure.activities}
    </a>
  )
  return (
    <div className="cover">
      <GapsInWords coverage={coverage} />
      <ScrollBox name={t("heatName")}>
        <table className="heat">
          <caption>
            <span>{t("heatCaption", { scope })}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("area")}</th>
              {activityKinds.map((kind) => (
                <th scope="col" key={kind}>
                  {t(`short.${kind}`)}
                </th>
              ))}
              <th scope="col">{t("all")}</th>
            </tr>
          </thead>
          <tbody>
            {coverage.areas.map((area) => (
              <tr key={area.slug}>
                <AreaHead areas={coverage.areas} area={area} />
                {activityKinds.map((kind) => (
                  <td key={kind} className={heatClass(area.kinds[kind].activities)}>
                    {link(area.kinds[kind], area, kind)}
                  </td>
                ))}
                <td className={area.gap ? "sum gap" : "sum"}>
                  {link(area.all, area)}
                  {area.gap ? <small aria-hidden="true">{t("gap")}</small> : null}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("allAreas")}</th>
              {activityKinds.map((kind) => (
                <td key={kind}>{link(coverage.kinds[kind], undefined, kind)}</td>
              ))}
              <td>{link(coverage.all)}</td>
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
      <HeatKey withGap />
      <p className="small muted">{t("howCounted", { least: leastActivities })}</p>
    </div>
  )
}

function GapsInWords({ coverage }: { coverage: Coverage }) {
  const t = useTranslations("mapping.pictures")
  const format = useFormatter()
  const gaps = coverage.areas.filter(({ gap }) => gap)
  const named = format.list(gaps.map(({ title }) => title))
  return (
    <p className="sum-line">
      {t("summary", coverage.all)}{" "}
      {gaps.length > 0 ? t("gaps", { gaps: gaps.length, named }) : t("noGap")}
    </p>
  )
}
