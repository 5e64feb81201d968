import { useTranslations } from "next-intl"
import { useEffect, useId, useRef } from "react"
import type { Area, Row } from "@/lib/mapping/model"
import type { BothOf, Choice, Refused } from "../live/store"
import { bySave } from "./by-save"
import type { RowsSetting } from "./grid-row"
import { OfOneSave } from "./of-one-save"
import { RefusedCells } from "./refused-cells"
import { RefusedRows } from "./refused-rows"
import { TwoWordings } from "./two-wordings"
import { usePanelFocus } from "./use-panel-focus"

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
  settle: (ids: string | readonly string[], choice: Choice) => void
  discard: (ids: string | readonly string[]) => void
  areas: readonly Area[]
  /** What was refused of a row is sent once more. */
  again: (ids: string | readonly string[]) => void
  /** A new row that was refused goes into another area, with its words. */
  addAgain: (rowIds: string | readonly string[], areaId: string) => void
  /** Whether a new one is scrolled to now, and takes the focus: where the table has no room beside it. */
  shows: boolean
  takesFocus: boolean
  /** Nothing is left to choose: the focus that stood here goes elsewhere. */
  none: () => void
}) {
  const t = useTranslations("mapping.grid.clash")
  const rowsById = new Map(rows.map((row) => [row.id, row]))
  const wordings = (clash: BothOf) => {
    const row = rowsById.get(clash.rowId)
    return row ? <TwoWordings key={clash.id} {...{ clash, row, setting, settle }} /> : null
  }
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
          {bySave(clashes.filter(({ rowId }) => rowsById.has(rowId))).map((group) => {
            const each = () => group.map(wordings)
            const [first] = group
            if (!first || group.length === 1) return each()
            const [count, ids] = [group.length, group.map(({ id }) => id)]
            const of = group.map(({ id, revision }) => `${id} ${revision}`).join()
            const acts = (["mine", "theirs"] as const).map((choice) => ({
              ...{ words: t(`keepAll.${choice}`), act: () => settle(ids, choice) },
              ...{ loses: t(`loses.${choice}`, { count }), of },
            }))
            return (
              <OfOneSave key={first.save} title={t("twoOfMany", { count })} {...{ count, acts }}>
                {each}
              </OfOneSave>
            )
          })}
          <RefusedRows {...{ refused, rows, areas, setting, addAgain, discard }} />
          <RefusedCells {...{ refused, rows, setting, again, discard }} />
        </section>
      ) : null}
    </>
  )
}
