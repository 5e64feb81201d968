import { useFormatter, useTranslations } from "next-intl"
import type { Bodies, BodyCoverage } from "@/lib/mapping/coverage/bodies"
import type { CoveredArea, Figure } from "@/lib/mapping/coverage/coverage"
import type { Scope } from "@/lib/mapping/model"
import { heatClass } from "./heat-class"
import { rowsAddress } from "./rows-address"
import { ScrollBox } from "./scroll-box"

/**
 * Bodies × areas: a body at work in several areas is where synergies are. Every figure leads to its
 * rows in `table`; a zero has none to lead to.
 */
export function BodyTable({
  of: { bodies, unnamed },
  areas,
  scope,
  table,
}: {
  of: Bodies
  areas: readonly CoveredArea[]
  scope: Scope
  table: string
}) {
  const t = useTranslations("mapping.pictures")
  const several = bodies.filter((body) => body.areas.length > 1).length
  if (bodies.length === 0) return <p className="none-yet">{t("noBody")}</p>
  return (
    <div className="cover">
      <p className="sum-line">{t("bodiesSummary", { bodies: bodies.length, several })}</p>
      <ScrollBox name={t("bodiesName")}>
        <table className="heat bodies">
          <caption>
            <span>{t("bodiesCaption", { scope })}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("body")}</th>
              {areas.map(({ slug, title }) => (
                <th scope="col" key={slug}>
                  <bdi>{title}</bdi>
                </th>
              ))}
              <th scope="col">{t("all")}</th>
              <th scope="col">{t("noted")}</th>
            </tr>
          </thead>
          <tbody>
            {bodies.map((body) => (
              <BodyRow key={body.body} {...{ body, areas, scope, table }} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {unnamed.activities > 0 ? <p className="small muted">{t("unnamed", unnamed)}</p> : null}
    </div>
  )
}

function BodyRow({
  body,
  areas,
  scope,
  table,
}: {
  body: BodyCoverage
  areas: readonly CoveredArea[]
  scope: Scope
  table: string
}) {
  const t = useTranslations("mapping.pictures")
  const kindName = useTranslations("mapping.kind")
  const format = useFormatter()
  const link = (figure: Figure, area?: CoveredArea) => (
    <a
      href={rowsAddress(table, { area: area?.slug, scope, body: body.body })}
      aria-label={t("bodyFigure", {
        activities: figure.activities,
        rows: figure.rows,
        area: area?.title ?? t("allAreas"),
        body: body.body,
      })}
    >
      {figure.activities}
    </a>
  )
  return (
    <tr>
      <th scope="row">
        <bdi>{body.body}</bdi>{" "}
        <span className="kinds">{format.list(body.kinds.map((kind) => kindName(kind)))}</span>
      </th>
      {areas.map((area) => {
        const found = body.areas.find(({ slug }) => slug === area.slug)
        return (
          <td key={area.slug} className={heatClass(found?.activities ?? 0)}>
            {found ? link(found, area) : 0}
          </td>
        )
      })}
      <td className="sum">{link(body.all)}</td>
      <td className="sum">{t("notedOf", { noted: body.noted, rows: body.all.rows })}</td>
    </tr>
  )
}
