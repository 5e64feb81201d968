import { useTranslations } from "next-intl"
import { useState } from "react"
import type { Row } from "@/lib/mapping/model"
import type { Walked } from "../live/store"
import { type Spot, spotOfChange } from "./cursor"
import { areaDropOf, areaStepOf, dropOf, type Line, type Place, stepOf } from "./lines"
import { type Around, useBlocks } from "./use-blocks"

/** What is done to rows and, by `useBlocks`, to blocks of cells, and what is told of it. */
export function useActs({ show, ...around }: Around & { show: () => void }) {
  const { store, table, ground, setting, cursor, keep, say } = around
  const t = useTranslations("mapping.grid.told")
  const [retiring, setRetiring] = useState<Row | null>(null)
  const blocks = useBlocks(around)
  const line: Line | undefined = ground.lines[cursor.at.line]
  const row = line?.kind === "row" ? line.row : null
  const areaTitle = (id: string) => table.areas.find((area) => area.id === id)?.title ?? ""

  const put = (moving: Row, place: Place) => {
    if (moving.id === row?.id) cursor.follow()
    store.moveRow(moving.id, place)
    const rows = store
      .table()
      .rows.filter(({ retired, cells }) => !retired && cells.area === place.areaId)
    say(
      t("moved", {
        row: setting.rowName(moving.number),
        place: rows.findIndex(({ id }) => id === moving.id) + 1,
        count: rows.length,
        area: areaTitle(place.areaId),
      }),
    )
  }
  /** An area takes its rows along. */
  const putArea = (areaId: string, { after }: { after: string | null }) => {
    if (line?.kind === "head" && line.areaId === areaId) cursor.follow()
    store.moveArea(areaId, { after })
    const told = { area: areaTitle(areaId), behind: after ? areaTitle(after) : "" }
    say(after ? t("areaMoved", told) : t("areaFirst", told))
  }
  const areaId = line?.kind === "head" ? line.areaId : null
  const rowStep = (by: -1 | 1) => (around.byArea && row ? stepOf(table, row, by) : null)
  const areaStep = (by: -1 | 1) => (areaId === null ? null : areaStepOf(table, areaId, by))

  /** The cursor goes to what was taken back; the focus stays in the table, or where it is. */
  const walked = (took: Walked | null, none: string) => {
    if (took === null) return say(none)
    const { where } = took
    if (where && "rowId" in where) keep([where.rowId])
    const rows = new Set(store.table().rows.flatMap(({ id, retired }) => (retired ? [] : id)))
    const spot =
      where && spotOfChange(where, ground.lines, cursor.spot.column, (id) => rows.has(id))
    if (spot) {
      cursor.put(spot, { focus: cursor.isHere() })
      show()
    }
    say(took.words)
  }

  return {
    row,
    line,
    ...blocks,
    retiring,
    setRetiring,
    can: {
      add: row !== null || (line?.kind === "head" && line.areaId !== null),
      up: (rowStep(-1) ?? areaStep(-1)) !== null,
      down: (rowStep(1) ?? areaStep(1)) !== null,
      retire: row !== null,
      edit: row !== null,
      drawer: row !== null,
    },
    /** Adds a row below the cursor, in its area, and goes there. */
    add() {
      if (!setting.may.edit) return say(t("not.read"))
      const into = row?.cells.area ?? areaId
      if (!into) return
      const id = store.addRow({ areaId: into, after: row?.id ?? null })
      keep([id])
      const key = around.byArea ? id : ` ${id}`
      cursor.put({ line: key, column: "suggests" } satisfies Spot)
      say(t("added", { area: areaTitle(into) }))
    },
    step(by: -1 | 1) {
      if (!setting.may.edit) return say(t("not.read"))
      const [place, behind] = [rowStep(by), areaStep(by)]
      if (row && place) put(row, place)
      else if (areaId && behind) putArea(areaId, behind)
    },
    drop(key: string, to: number) {
      const moving = ground.lines.find((one) => one.key === key)
      if (moving?.kind === "head") {
        const behind = moving.areaId ? areaDropOf(ground.lines, moving.areaId, to) : null
        if (moving.areaId && behind) putArea(moving.areaId, behind)
        return
      }
      if (!moving) return
      const place = dropOf(ground.lines, moving.row.id, to)
      if (place) put(moving.row, place)
    },
    retire(reason: string) {
      if (!retiring) return
      store.retireRow(retiring.id, reason)
      say(t("retired", { row: setting.rowName(retiring.number) }))
      setRetiring(null)
      cursor.focus()
    },
    undo: () => walked(store.undo(), t("nothingUndone")),
    redo: () => walked(store.redo(), t("nothingRedone")),
  }
}

export type Acts = ReturnType<typeof useActs>
