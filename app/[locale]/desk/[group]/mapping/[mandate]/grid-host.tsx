"use client"

import { useTranslations } from "next-intl"
import { type ComponentType, type ReactNode, useCallback, useEffect, useRef, useState } from "react"
import { Notice } from "@/app/ui/notice"
import { type View, viewQuery } from "@/lib/mapping/filters"
import { type FilterChoices, sameChoices } from "./filter-choices"
import { FilterForm } from "./filter-form"
import { type Address, addressOf } from "./grid/address"
import { columnsAsked, type SeenColumns, withColumns } from "./grid/columns-asked"
import type { GridGiven, LoadedTable } from "./grid/given"

type GridProps = {
  given: GridGiven
  loaded: LoadedTable
  view: View
  openRow: (number: number | null) => void
  offer: (choices: FilterChoices) => void
}

const loadGrid = () => import("./grid/mapping-grid")
// In a browser the grid is fetched as soon as it is known that there is one, not first when the page works.
const early = typeof window === "undefined" ? null : loadGrid()
early?.catch(() => {})

async function loadTable(href: string): Promise<LoadedTable> {
  const response = await fetch(href, { headers: { accept: "application/json" } })
  if (!response.ok) throw new Error(`The table answered ${response.status}`)
  return response.json()
}

/**
 * The filters, and below them the table as the server wrote it until the grid and all its rows have come.
 * Both are fetched at once, and the page has asked for the rows already.
 */
export function GridHost({
  given,
  first,
  seen,
  choices: firstChoices,
  children,
}: {
  given: GridGiven
  first: View
  /** The columns that the address names. */
  seen: SeenColumns | null
  /** From the table as it stood when the page was made. */
  choices: FilterChoices
  children: ReactNode
}) {
  const t = useTranslations("mapping.grid")
  const [view, setView] = useState(first)
  const [choices, setChoices] = useState(firstChoices)
  const offer = useCallback(
    (next: FilterChoices) => setChoices((now) => (sameChoices(now, next) ? now : next)),
    [],
  )
  const [grid, setGrid] = useState<{ Grid: ComponentType<GridProps>; loaded: LoadedTable } | null>(
    null,
  )
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    Promise.all([early ?? loadGrid(), loadTable(`${given.base}/table`)]).then(
      ([{ MappingGrid }, loaded]) => setGrid({ Grid: MappingGrid, loaded }),
      () => setMissing(true),
    )
  }, [given.base])
  const address = useRef<Address | null>(null)
  useEffect(() => () => address.current?.leave(), [])
  const show = (next: View) => {
    setView(next)
    address.current ??= addressOf(window)
    const before = { ...view.filters, q: next.filters.q }
    const isTyped =
      next.filters.q !== view.filters.q &&
      viewQuery(next) === viewQuery({ ...view, filters: before })
    address.current[isTyped ? "soon" : "now"]((search) => {
      const asked = new URLSearchParams(search)
      return withColumns(
        viewQuery(next),
        columnsAsked((name) => asked.get(name)),
      )
    })
  }
  return (
    <>
      <FilterForm
        base={given.base}
        view={view}
        seen={seen}
        choices={choices}
        set={grid ? ({ filters, by }) => show({ ...view, filters, by }) : null}
      />
      {isMissing ? <Notice kind="bad" title={t("failed")} announce /> : null}
      {grid ? (
        <grid.Grid
          given={given}
          loaded={grid.loaded}
          view={view}
          offer={offer}
          openRow={(row) => show({ ...view, row })}
        />
      ) : (
        children
      )}
    </>
  )
}
