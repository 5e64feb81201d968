import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { bodiesOf, type NotedRow } from "@/lib/mapping/coverage/bodies"
import { type CoveredArea, countScopes, coverageOf } from "@/lib/mapping/coverage/coverage"
import { type CoveredState, coverageOver } from "@/lib/mapping/coverage/coverage-over"
import type { Scope } from "@/lib/mapping/model"
import { BodyTable } from "./body-table"
import { HeatTable } from "./heat-table"
import { type Beside, OverTable } from "./over-table"
import { ScopeTable } from "./scope-table"

/**
 * All pictures of what a mapping covers, each under its heading: areas by kinds, edition by edition,
 * rows by scope, bodies. `tableOf` gives the address of the rows of an edition or of the working table
 * (null), `besideOf` those of its annex and of its own pictures; `state` says which of them the pictures are of.
 */
export function CoveragePictures({
  areas,
  rows,
  state,
  states,
  scope,
  tableOf,
  besideOf,
}: {
  areas: readonly CoveredArea[]
  rows: readonly NotedRow[]
  state: number | null
  states: readonly CoveredState[]
  scope: Scope
  tableOf: (edition: number | null) => string
  besideOf: (edition: number | null) => Beside
}) {
  const t = useTranslations("mapping.pictures.part")
  const table = tableOf(state)
  return (
    <>
      <Part id="heat" title={t("heat")}>
        <HeatTable coverage={coverageOf(areas, rows, scope)} scope={scope} table={table} />
      </Part>
      <Part id="over" title={t("over")}>
        <OverTable over={coverageOver(states, scope)} {...{ scope, tableOf, besideOf }} />
      </Part>
      <Part id="scope" title={t("scope")}>
        <ScopeTable counts={countScopes(areas, rows)} table={table} />
      </Part>
      <Part id="bodies" title={t("bodies")}>
        <BodyTable of={bodiesOf(areas, rows, scope)} areas={areas} scope={scope} table={table} />
      </Part>
    </>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="cover-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
