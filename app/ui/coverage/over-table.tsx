import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import type { CoveredArea, Figure } from "@/lib/mapping/coverage/coverage"
import type { CoverageOver } from "@/lib/mapping/coverage/coverage-over"
import type { Scope } from "@/lib/mapping/model"
import { AreaHead } from "./area-head"
import { EditionBars } from "./edition-bars"
import { rowsAddress } from "./rows-address"
import { ScrollBox } from "./scroll-box"

/** The addresses of what stands beside the rows of an edition, or of the working table. */
export type Beside = { annex: string; pictures: string }

/**
 * How many activities each area had in each edition, and how many more or fewer than before, with a
 * small picture of it. `tableOf` gives the address of the rows of an edition, or of the working table;
 * `besideOf` those of its annex and of its own pictures, where its gaps are named.
 */
export function OverTable({
  over,
  scope,
  tableOf,
  besideOf,
}: {
  over: CoverageOver
  scope: Scope
  tableOf: (edition: number | null) => string
  besideOf: (edition: number | null) => Beside
}) {
  const t = useTranslations("mapping.pictures")
  const nameOf = (edition: number | null) =>
    edition === null ? t("workingTable") : t("edition", { number: edition })
  const gapsOf = (edition: number | null) =>
    `${besideOf(edition).pictures}${scope === "in" ? "" : `?scope=${scope}`}#heat`
  const figureIn = (figures: readonly (Figure | null)[], at: number, area?: CoveredArea) => {
    const figure = figures[at]
    const state = over.states[at]
    if (!figure || !state) return <span className="muted">{t("noArea")}</span>
    const before = figures[at - 1]
    const more = before ? figure.activities - before.activities : 0
    return (
      <>
        <a
          href={rowsAddress(tableOf(state.number), { area: area?.slug, scope })}
          aria-label={t("overFigure", {
            activities: figure.activities,
            rows: figure.rows,
            area: area?.title ?? t("allAreas"),
            edition: nameOf(state.number),
            change: Math.sign(more),
            by: Math.abs(more),
          })}
        >
          {figure.activities}
        </a>
        {more === 0 ? null : <small aria-hidden="true">{t("change", { more })}</small>}
      </>
    )
  }
  const barsOf = (figures: readonly (Figure | null)[]) =>
    over.states.map(({ number }, at) => ({
      edition: number,
      activities: figures[at]?.activities ?? null,
    }))
  const all = over.states.map((state) => state.all)
  return (
    <div className="cover">
      <ScrollBox name={t("overName")}>
        <table className="figures over">
          <caption>
            <span>{t("overCaption", { scope })}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("area")}</th>
              <td className="picture" />
              {over.states.map(({ number, frozenAt }) => (
                <th scope="col" key={number} className="num">
                  <a href={tableOf(number)}>{nameOf(number)}</a>
                  {frozenAt ? (
                    <small>
                      <DateTime at={frozenAt} form="day" />
                    </small>
                  ) : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {over.areas.map((area) => (
              <tr key={area.slug}>
                <AreaHead areas={over.areas} area={area} />
                <td className="picture">
                  <EditionBars bars={barsOf(area.figures)} most={over.most} />
                </td>
                {over.states.map(({ number }, at) => (
                  <td key={number} className="num">
                    {figureIn(area.figures, at, area)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("allAreas")}</th>
              <td className="picture" />
              {over.states.map(({ number }, at) => (
                <td key={number} className="num">
                  {figureIn(all, at)}
                </td>
              ))}
            </tr>
            {(["gaps", "annex"] as const).map((line) => (
              <tr key={line} className="light">
                <th scope="row">{t(`over.${line}`)}</th>
                <td className="picture" />
                {over.states.map((state) => (
                  <td key={state.number} className="num">
                    <a
                      href={line === "annex" ? besideOf(state.number).annex : gapsOf(state.number)}
                      aria-label={t(`over.${line}Of`, {
                        count: state[line],
                        edition: nameOf(state.number),
                      })}
                    >
                      {state[line]}
                    </a>
                  </td>
                ))}
              </tr>
            ))}
          </tfoot>
        </table>
      </ScrollBox>
    </div>
  )
}
