import { useTranslations } from "next-intl"
import { useState } from "react"
import { cellText } from "@/lib/mapping/cells/cell-text"
import { writeBlock } from "@/lib/mapping/cells/read-block"
import type { CellField, Row } from "@/lib/mapping/model"
import type { Table } from "@/lib/mapping/queries"
import type { CellEdit, MappingStore } from "../live/mapping-store"
import { fieldOf } from "./columns"
import type { Ground, Spot } from "./cursor"
import type { RowsSetting } from "./grid-row"
import { areaDropOf, areaStepOf, dropOf, type Line, type Place, stepOf } from "./lines"
import { emptied, type PasteBlock, type PasteProblem, planPaste } from "./paste"
import type { Cursor } from "./use-cursor"

type Around = {
  store: MappingStore
  table: Table
  ground: Ground
  setting: RowsSetting
  cursor: Cursor
  symbol: string
  byArea: boolean
  keep: (rowIds: readonly string[]) => void
  say: (text: string) => void
  /** Something is asked, in front of the table. */
  asks: (isAsking: boolean) => void
}

/** What is done to rows and blocks of cells, and what is told of it. */
export function useActs(around: Around) {
  const { store, table, ground, setting, cursor, keep, say } = around
  const t = useTranslations("mapping.grid.told")
  const [problems, setProblems] = useState<readonly PasteProblem[] | null>(null)
  const [retiring, setRetiring] = useState<Row | null>(null)
  const [lacking, setLacking] = useState<PasteBlock | null>(null)
  const line: Line | undefined = ground.lines[cursor.at.line]
  const row = line?.kind === "row" ? line.row : null
  const areaTitle = (id: string) => table.areas.find((area) => area.id === id)?.title ?? ""

  /** Cells of the range, with the columns and rows that it spans. */
  const inRange = () => {
    const { lines, columns } = cursor.range
    const rows = ground.lines
      .slice(lines[0], lines[1] + 1)
      .flatMap((one) => (one.kind === "row" ? [one.row] : []))
    return { rows, columns: ground.columns.slice(columns[0], columns[1] + 1) }
  }
  const pasteBlock = (block: PasteBlock) => {
    keep([...block.cells, ...block.added].map(({ rowId }) => rowId))
    store.paste(block)
    const [cells, rows, added] = [block.cells.length, block.rows, block.added.length]
    say(t("pasted", { count: cells, rows, added }))
  }
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
  const text = (of: Row, field: CellField | null) =>
    field === null ? String(of.number) : cellText(field, of.cells, setting.naming)

  return {
    row,
    line,
    problems,
    /** Whether there was one. */
    closeReport(): boolean {
      setProblems(null)
      return problems !== null
    },
    retiring,
    setRetiring,
    can: {
      add: row !== null || (line?.kind === "head" && line.areaId !== null),
      up: (rowStep(-1) ?? areaStep(-1)) !== null,
      down: (rowStep(1) ?? areaStep(1)) !== null,
      retire: row !== null,
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
    undo: () => say(store.undo() ?? t("nothingUndone")),
    redo: () => say(store.redo() ?? t("nothingRedone")),
    copy(): string {
      const { rows, columns } = inRange()
      say(t("copied", { count: rows.length * columns.length }))
      return writeBlock(rows.map((one) => columns.map(({ id }) => text(one, fieldOf(id)))))
    },
    paste(given: string) {
      if (!setting.may.edit) return say(t("not.read"))
      const { words } = setting
      const reading = {
        ...{ kind: words.kind, scope: words.scope, status: words.status },
        paragraph: words.paragraph,
        ...{ areas: table.areas, people: table.people, mandate: around.symbol },
      }
      const target = { ...ground, range: cursor.range }
      const plan = planPaste(given, target, { reading, may: setting.may })
      if ("problems" in plan) return setProblems(plan.problems)
      setProblems(null)
      if (plan.added.length === 0) return pasteBlock(plan)
      setLacking(plan)
      around.asks(true)
    },
    /** A block for which rows lack, and where they would stand: somebody is asked about them. */
    lacking: lacking && {
      added: lacking.added.length,
      area: areaTitle(lacking.added[0]?.areaId ?? ""),
    },
    answerLacking(isToBeAdded: boolean) {
      if (lacking && isToBeAdded) pasteBlock(lacking)
      else say(t("notPasted"))
      setLacking(null)
      around.asks(false)
      cursor.focus()
    },
    /** Empties the cells of the range that can be empty. */
    empty() {
      const { rows, columns } = inRange()
      if (!setting.may.edit) return say(t("not.read"))
      // Under two bodies a row stands twice.
      const cells = [...new Set(rows)].flatMap((one) =>
        columns.flatMap(({ id }): CellEdit[] => {
          const field = fieldOf(id)
          if (field === null || (field === "scope" && !setting.may.decide)) return []
          const value = emptied(field)
          return value === undefined ? [] : [{ rowId: one.id, field, value }]
        }),
      )
      if (cells.length === 0) return
      keep(cells.map(({ rowId }) => rowId))
      store.save(cells)
      say(t("emptied", { count: cells.length }))
    },
  }
}

export type Acts = ReturnType<typeof useActs>
