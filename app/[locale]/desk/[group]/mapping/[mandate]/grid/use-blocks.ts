import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { blocksText, cellText } from "@/lib/mapping/cells/cell-text"
import { writeBlock } from "@/lib/mapping/cells/read-block"
import type { Table } from "@/lib/mapping/queries"
import type { PlainBlock } from "@/lib/minutes/model"
import type { CellEdit, MappingStore } from "../live/mapping-store"
import { fieldOf } from "./columns"
import { type Crossed, crossedBy } from "./crossing"
import type { Ground } from "./cursor"
import { type Cut, cutOf, emptied, emptiedBy, isTextOf, pastedOver } from "./cut"
import type { RowsSetting } from "./grid-row"
import { type Paste, type PasteBlock, type PasteProblem, planPaste } from "./paste"
import type { Cursor } from "./use-cursor"

export type Around = {
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

/** A block that is to be pasted, and what is emptied by it, where it was cut here. */
type Moving = PasteBlock & { emptied: CellEdit[] }

/** A block about which somebody is asked first: what it crosses, and the ways in which it fits. */
type Asked = { crossed: Crossed[]; over: Moving | null; here: Moving | null }

/** How a block that goes on behind the next head is pasted: over the rows there, or into new ones here. */
export type PasteWay = "over" | "here"

/** Blocks of cells: copied, cut, pasted and emptied; and what is told and asked of them. */
export function useBlocks({ store, table, ground, setting, cursor, ...around }: Around) {
  const { keep, say } = around
  const t = useTranslations("mapping.grid.told")
  const [problems, setProblems] = useState<readonly PasteProblem[] | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [cut, setCut] = useState<Cut | null>(null)
  /** What was copied here, by its words: text alone would lose its emphasis. */
  const blocks = useRef<ReadonlyMap<string, readonly PlainBlock[]>>(new Map())
  const areaTitle = (id: string) => table.areas.find((area) => area.id === id)?.title ?? ""

  /** Rows and columns of the range; a row that stands under two bodies may be there twice. */
  const inRange = () => {
    const { lines, columns } = cursor.range
    const rows = ground.lines
      .slice(lines[0], lines[1] + 1)
      .flatMap((one) => (one.kind === "row" ? [one.row] : []))
    return { rows, columns: ground.columns.slice(columns[0], columns[1] + 1) }
  }
  const take = () => {
    const { rows, columns } = inRange()
    const cells = rows.map((row) =>
      columns.map(({ id }) => {
        const field = fieldOf(id)
        if (field === null) return id === "number" ? String(row.number) : ""
        return cellText(field, row.cells, setting.naming)
      }),
    )
    if (columns.some(({ id }) => id === "synergies"))
      blocks.current = new Map(
        rows.map(({ cells: { synergies } }) => [blocksText(synergies).trim(), synergies]),
      )
    return { text: writeBlock(cells), count: rows.length * columns.length, rows, columns }
  }
  const put = (block: Moving) => {
    const { rows } = block
    const [count, added, left] = [block.cells.length, block.added.length, block.left.length]
    if (count + added === 0) return say(t("allLeft", { left }))
    keep([...block.cells, ...block.added, ...block.emptied].map(({ rowId }) => rowId))
    store.paste({ cells: [...block.cells, ...block.emptied], added: block.added })
    setCut(null)
    say(t(block.emptied.length > 0 ? "cutPasted" : "pasted", { count, rows, added, left }))
  }
  const askedOf = (block: Moving | null) =>
    block && {
      added: block.added.length,
      area: areaTitle(block.added[0]?.areaId ?? ""),
    }

  return {
    problems,
    cut,
    /** Closes what is told, and leaves what was cut where it is; whether there was either. */
    dismiss(): boolean {
      setProblems(null)
      setCut(null)
      return problems !== null || cut !== null
    },
    copy(): string {
      const { text, count } = take()
      setCut(null)
      say(t("copied", { count }))
      return text
    },
    /** What is cut stays where it is until it is pasted: nobody else ever sees it gone. */
    cutOut(): string {
      const { text, count, rows, columns } = take()
      if (!setting.may.edit) say(t("not.read"))
      else {
        setCut(cutOf(text, { rows, columns }, setting.may))
        say(t("cut", { count }))
      }
      return text
    },
    paste(given: string) {
      if (!setting.may.edit) return say(t("not.read"))
      const { words } = setting
      const reading = {
        ...{ kind: words.kind, scope: words.scope, status: words.status },
        paragraph: words.paragraph,
        ...{ areas: table.areas, people: table.people, mandate: around.symbol },
        blocks: blocks.current,
      }
      const target = { ...ground, range: cursor.range }
      const isMoved = cut !== null && isTextOf(cut, given)
      const moving = (plan: Paste): Moving | null => {
        if ("problems" in plan) return null
        if (!isMoved) return { ...plan, emptied: [] }
        const cells = pastedOver(cut, table.rows, plan)
        return { ...plan, cells, emptied: emptiedBy(cut, table.rows, plan) }
      }
      const planned = (within: boolean) =>
        planPaste(given, { ...target, within }, { reading, may: setting.may })
      const crossed = crossedBy(given, target)
      const plan = planned(false)
      const over = moving(plan)
      const here = crossed.length > 0 ? moving(planned(true)) : null
      if (!over && !here && "problems" in plan) return setProblems(plan.problems)
      setProblems(null)
      if (over && crossed.length === 0 && over.added.length === 0) return put(over)
      setAsked({ crossed, over, here })
      around.asks(true)
    },
    /** A block for which rows lack, or that crosses a head: somebody is asked about it. */
    asked: asked && {
      crossed: asked.crossed,
      over: askedOf(asked.over),
      here: askedOf(asked.here),
    },
    answerPaste(way: PasteWay | null) {
      const block = way && asked?.[way]
      if (block) put(block)
      else say(t("notPasted"))
      setAsked(null)
      around.asks(false)
      cursor.focus()
    },
    /** Empties the cells of the range that can be empty. */
    empty() {
      const { rows, columns } = inRange()
      if (!setting.may.edit) return say(t("not.read"))
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
