import { useTranslations } from "next-intl"
import { useState } from "react"
import { cellText } from "@/lib/mapping/cells/cell-text"
import { cellInputs } from "@/lib/mapping/input"
import type { CellField, CellValues, Row } from "@/lib/mapping/model"
import type { CellDraft, MappingStore } from "../live/store"
import { fieldOf } from "./columns"
import { type Ground, moved, type Spot, spotAt } from "./cursor"
import type { Leaving } from "./editors/cell-editor"
import type { RowsSetting } from "./grid-row"
import type { Line } from "./lines"
import { firstWords } from "./told"

/** The cell that is being edited, as it was when its editor opened. */
export type Editing = {
  spot: Spot
  row: Row
  field: CellField
  value: CellValues[CellField]
  typed: string | null
  /** What the editor begins with, where it is not what stands in the cell. */
  begun?: unknown
  /** The name of what is written. */
  draft: string
  /** The revision that was seen: a change that comes while one types is never overwritten by it. */
  base: number
}

export type Opened =
  | { editing: Editing }
  /** What it holds is read and written beside the table. */
  | { beside: true }
  | { refused: "fixed" | "decide" | "read" }
  | null

/** Whether, where and how the cell of a spot opens. */
export function openingOf(
  line: Line | undefined,
  spot: Spot,
  typed: string | null,
  may: RowsSetting["may"],
): Opened {
  if (line?.kind !== "row") return null
  const field = fieldOf(spot.column)
  if (spot.column === "comments" && typed === null) return { beside: true }
  if (!may.edit) return { refused: "read" }
  if (field === null) return { refused: "fixed" }
  if (field === "scope" && !may.decide) return { refused: "decide" }
  const { row } = line
  const base = row.revisions[field] ?? 0
  const draft = crypto.randomUUID()
  return { editing: { spot, row, field, value: row.cells[field], typed, draft, base } }
}

/** The editor of a cell as it was when its page went. A name or a day that cannot be read is typed anew. */
function resumedOf(
  { id, rowId, field, base, value }: CellDraft,
  row: Row,
  ground: Ground,
): Editing {
  const line = ground.lines.find((one) => one.kind === "row" && one.row.id === rowId)
  const spot: Spot = { line: line?.key ?? rowId, column: field }
  const isTyped =
    (field === "responsible" || field === "confirmed") &&
    !cellInputs[field].safeParse(value).success
  const begun = isTyped ? { typed: String(value) } : { typed: null, begun: value }
  return { spot, row, field, value: row.cells[field], draft: id, base, ...begun }
}

type Around = {
  store: MappingStore
  ground: Ground
  setting: RowsSetting
  keep: (rowIds: readonly string[]) => void
  say: (text: string) => void
  /** Shows the row of the cursor beside the table. */
  showBeside: () => void
}

/** Opening and closing the one editor; `cells` saves several at once. */
export function useEditing({ store, ground, setting, keep, say, showBeside }: Around) {
  const t = useTranslations("mapping.grid.told")
  const [editing, setEditing] = useState<Editing | null>(null)
  const nameOf = (row: Row, field: CellField) =>
    t("cell", { field: setting.words.field[field], row: setting.rowName(row.number) })

  return {
    editing,
    name: editing ? nameOf(editing.row, editing.field) : "",
    open(spot: Spot, typed: string | null = null): boolean {
      if (editing) return false
      const line = ground.lines.find(({ key }) => key === spot.line)
      const opened = openingOf(line, spot, typed, setting.may)
      if (!opened) return false
      if ("refused" in opened) {
        say(t(`not.${opened.refused}`))
        return false
      }
      if ("beside" in opened) {
        showBeside()
        say(t("beside"))
        return false
      }
      store.enter(opened.editing.row.id, opened.editing.field)
      setEditing(opened.editing)
      return true
    },
    /** Opens what was not finished, with its words. */
    resume(draft: CellDraft) {
      const row = store.table().rows.find(({ id }) => id === draft.rowId)
      if (!row || editing) return
      keep([row.id])
      store.enter(row.id, draft.field)
      store.write(draft)
      setEditing(resumedOf(draft, row, ground))
    },
    /** What is written until now, which is not kept in the cell yet. */
    write(value: unknown) {
      if (!editing) return
      const { row, field, base, draft } = editing
      store.write({ id: draft, rowId: row.id, field, base, value })
    },
    /** Keeps what was written, and answers where the cursor goes. */
    close({ value, changed, leave }: Leaving): Spot | null {
      if (!editing) return null
      const { row, field, base, spot, draft } = editing
      store.leave()
      setEditing(null)
      if (changed) {
        keep([row.id])
        store.save([{ rowId: row.id, field, value, base }], "grid", draft)
        const cells = { ...row.cells, [field]: value } as CellValues
        const text = cellText(field, cells, setting.naming)
        const isThere = store.table().rows.some(({ id }) => id === row.id)
        const cell = nameOf(row, field)
        const said = firstWords(text) || t("empty")
        say(isThere ? t("kept", { cell, text: said }) : t("notKept", { cell }))
      } else store.forget(draft)
      return nextOf(spot, leave, ground)
    },
  }
}

/** Where the cursor goes from a cell: down to the next row, past heads; or along the row. */
function nextOf(spot: Spot, leave: Leaving["leave"], ground: Ground): Spot {
  if (leave === "stay") return spot
  const line = ground.lines.findIndex(({ key }) => key === spot.line)
  const column = ground.columns.findIndex(({ id }) => id === spot.column)
  if (line < 0 || column < 0) return spot
  if (leave === "down") {
    const next = ground.lines.findIndex(({ kind }, place) => place > line && kind === "row")
    return spotAt({ line: next < 0 ? line : next, column }, ground) ?? spot
  }
  const key = leave === "forward" ? "ArrowRight" : "ArrowLeft"
  const to = moved({ line, column }, { key, far: false, page: 1, rightToLeft: false }, ground)
  return (to && spotAt(to, ground)) ?? spot
}
