import { useTranslations } from "next-intl"
import { type ReactNode, useEffect, useId, useRef } from "react"
import { Button } from "@/app/ui/button"
import { bothOf } from "@/lib/mapping/cells/both-of"
import { type Area, type CellField, type CellValues, joinable, type Row } from "@/lib/mapping/model"
import type { BothOf, Choice, Refused } from "../live/store"
import { type CellSetting, cellView } from "./cell-view"
import type { RowsSetting } from "./grid-row"
import { RefusedCells } from "./refused-cells"
import { RefusedRows } from "./refused-rows"
import { usePanelFocus } from "./use-panel-focus"

/** A value of a cell as the table shows it. */
function shown(field: CellField, value: unknown, row: Row, setting: CellSetting): ReactNode {
  const cells = { ...row.cells, [field]: value } as CellValues
  return cellView(field, { ...row, cells }, setting)
}

/** Cells of which there are two wordings: both are shown, and whoever wrote the later one chooses. */
export function Clashes({
  clashes,
  refused,
  rows,
  setting,
  settle,
  discard,
  areas,
  again,
  addAgain,
  shows,
  takesFocus,
  none,
}: {
  clashes: readonly BothOf[]
  refused: readonly Refused[]
  rows: readonly Row[]
  setting: RowsSetting
  settle: (id: string, choice: Choice) => void
  discard: (id: string) => void
  areas: readonly Area[]
  /** What was refused of a row is sent once more. */
  again: (id: string) => void
  /** A new row that was refused goes into another area, with its words. */
  addAgain: (rowId: string, areaId: string) => void
  /** Whether a new one is scrolled to now, and takes the focus: where the table has no room beside it. */
  shows: boolean
  takesFocus: boolean
  /** Nothing is left to choose: the focus that stood here goes elsewhere. */
  none: () => void
}) {
  const t = useTranslations("mapping.grid.clash")
  const rowOf = (id: string | null) => rows.find((row) => row.id === id)
  const count = clashes.length + refused.length
  const panel = useRef<HTMLElement>(null)
  const title = useId()
  usePanelFocus(panel, count, none)
  const last = useRef({ count: 0, isDue: false })
  useEffect(() => {
    const { current } = last
    if (count > current.count) current.isDue = true
    current.count = count
    if (!shows || !current.isDue || count === 0) return
    current.isDue = false
    panel.current?.scrollIntoView({ block: takesFocus ? "start" : "nearest" })
    if (takesFocus) panel.current?.focus({ preventScroll: true })
  }, [count, shows, takesFocus])
  return (
    <>
      <p className="vh" role="status">
        {count > 0 ? t("waits", { count }) : ""}
      </p>
      {count > 0 ? (
        <section className="clashes" aria-labelledby={title} tabIndex={-1} ref={panel}>
          <h2 id={title}>{t("title")}</h2>
          {clashes.map((clash) => {
            const row = rowOf(clash.rowId)
            if (!row) return null
            const { field, by, at } = clash
            const canJoin = bothOf(field, clash.value, clash.mine) !== null
            const name = { field: setting.words.field[field], number: row.number }
            return (
              <div className="clash" key={clash.id}>
                <b>{t("two", name)}</b>
                <blockquote>
                  <b className="small">{t("mine")}</b>
                  <div>{shown(field, clash.mine, row, setting)}</div>
                </blockquote>
                <blockquote>
                  <b className="small">
                    {by ?? t("somebody")}, {`${at.slice(11, 16)} UTC`}
                  </b>
                  <div>{shown(field, clash.value, row, setting)}</div>
                </blockquote>
                {joinable.includes(field) && !canJoin ? <p>{t("oneOnly")}</p> : null}
                <div className="btns">
                  {(["mine", "theirs", "both"] as const)
                    .filter((choice) => choice !== "both" || canJoin)
                    .map((choice) => (
                      <Button
                        key={choice}
                        type="button"
                        small
                        onClick={() => settle(clash.id, choice)}
                      >
                        {t(`keep.${choice}`)}
                      </Button>
                    ))}
                </div>
              </div>
            )
          })}
          <RefusedRows {...{ refused, rows, areas, setting, addAgain, discard }} />
          <RefusedCells {...{ refused, rows, setting, again, discard }} />
        </section>
      ) : null}
    </>
  )
}
