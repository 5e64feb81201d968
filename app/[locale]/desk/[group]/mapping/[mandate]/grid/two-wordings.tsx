import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Button } from "@/app/ui/button"
import { DateTime } from "@/app/ui/date-time"
import { bothOf } from "@/lib/mapping/cells/both-of"
import { type CellField, type CellValues, joinable, type Row } from "@/lib/mapping/model"
import type { BothOf, Choice } from "../live/store"
import { type CellSetting, cellView } from "./cell-view"
import type { RowsSetting } from "./grid-row"

/** A value of a cell as the table shows it. */
function shown(field: CellField, value: unknown, row: Row, setting: CellSetting): ReactNode {
  const cells = { ...row.cells, [field]: value } as CellValues
  return cellView(field, { ...row, cells }, setting)
}

/** Two wordings of one cell, and the choice between them: both only where the cell holds them. */
export function TwoWordings({
  clash,
  row,
  setting,
  settle,
}: {
  clash: BothOf
  row: Row
  setting: RowsSetting
  settle: (id: string, choice: Choice) => void
}) {
  const t = useTranslations("mapping.grid.clash")
  const { field, by, at } = clash
  const canJoin = bothOf(field, clash.value, clash.mine) !== null
  return (
    <div className="clash">
      <b>{t("two", { field: setting.words.field[field], number: row.number })}</b>
      <blockquote>
        <b className="small">{t("mine")}</b>
        <div>{shown(field, clash.mine, row, setting)}</div>
      </blockquote>
      <blockquote>
        <b className="small">
          {by ?? t("somebody")}, <DateTime at={new Date(at)} />
        </b>
        <div>{shown(field, clash.value, row, setting)}</div>
      </blockquote>
      {joinable.includes(field) && !canJoin ? <p>{t("oneOnly")}</p> : null}
      <div className="btns">
        {(["mine", "theirs", "both"] as const)
          .filter((choice) => choice !== "both" || canJoin)
          .map((choice) => (
            <Button key={choice} type="button" small onClick={() => settle(clash.id, choice)}>
              {t(`keep.${choice}`)}
            </Button>
          ))}
      </div>
    </div>
  )
}
