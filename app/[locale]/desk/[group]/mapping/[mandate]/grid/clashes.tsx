import { useTranslations } from "next-intl"
import { type ReactNode, useEffect, useRef } from "react"
import { Button } from "@/app/ui/button"
import type { Area, CellField, CellValues, Row } from "@/lib/mapping/model"
import type { BothOf, Choice, Refused } from "../live/store"
import { type CellSetting, cellView } from "./cell-view"
import { RefusedRows, RefusedWords } from "./refused-rows"

/** Fields in which both wordings can stand one below the other. */
const joined = new Set<CellField>(["suggests", "citation", "activities", "synergies"])

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
  addAgain,
  shows,
  none,
}: {
  clashes: readonly BothOf[]
  refused: readonly Refused[]
  rows: readonly Row[]
  setting: CellSetting
  settle: (id: string, choice: Choice) => void
  discard: (id: string) => void
  areas: readonly Area[]
  /** A new row that was refused goes into another area, with its words. */
  addAgain: (rowId: string, areaId: string) => void
  /** Whether a new one is scrolled to and takes the focus: where it would be out of sight. */
  shows: boolean
  /** Nothing is left to choose: the focus that stood here goes elsewhere. */
  none: () => void
}) {
  const t = useTranslations("mapping.grid.clash")
  const rowOf = (id: string | null) => rows.find((row) => row.id === id)
  const count = clashes.length + refused.length
  const panel = useRef<HTMLElement>(null)
  const last = useRef({ count: 0, isDue: false })
  useEffect(() => {
    const { current } = last
    const isFewer = count < current.count
    if (count > current.count) current.isDue = true
    current.count = count
    // The button that was pressed is gone, and the focus with it.
    if (isFewer && document.activeElement === document.body)
      count === 0 ? none() : panel.current?.focus()
    if (!shows || !current.isDue || count === 0) return
    current.isDue = false
    panel.current?.scrollIntoView({ block: "start" })
    panel.current?.focus({ preventScroll: true })
  }, [count, shows, none])
  if (count === 0) return null
  return (
    <section className="clashes" role="alert" aria-label={t("title")} tabIndex={-1} ref={panel}>
      {clashes.map((clash) => {
        const row = rowOf(clash.rowId)
        if (!row) return null
        const { field, by, at } = clash
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
            <div className="btns">
              {(["mine", "theirs", "both"] as const)
                .filter((choice) => choice !== "both" || joined.has(field))
                .map((choice) => (
                  <Button key={choice} type="button" small onClick={() => settle(clash.id, choice)}>
                    {t(`keep.${choice}`)}
                  </Button>
                ))}
            </div>
          </div>
        )
      })}
      <RefusedRows {...{ refused, rows, areas, setting, addAgain, discard }} />
      {refused.map(({ id, rowId, field, mine, message }) => {
        const row = rowOf(rowId)
        if (rowId !== null && !row) return null
        return (
          <div className="clash" key={id}>
            <b>
              {row
                ? t("refused", {
                    ...{ number: row.number, has: field ? "field" : "none" },
                    field: field ? setting.words.field[field] : "",
                  })
                : t("refusedOrder")}
            </b>
            <p>{message}</p>
            {field && row ? (
              <blockquote>
                <RefusedWords field={field} value={mine} row={row} naming={setting.naming} />
              </blockquote>
            ) : null}
            <div className="btns">
              <Button type="button" small onClick={() => discard(id)}>
                {t("discard")}
              </Button>
            </div>
          </div>
        )
      })}
    </section>
  )
}
