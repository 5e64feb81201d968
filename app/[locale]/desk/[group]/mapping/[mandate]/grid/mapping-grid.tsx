"use client"

import { useTranslations } from "next-intl"
import { useCallback, useMemo, useRef, useState } from "react"
import type { View } from "@/lib/mapping/filters"
import { useWarning } from "../../../live/use-warning"
import type { FilterChoices } from "../filter-choices"
import { MappingMark } from "../live/mapping-mark"
import { useMappingStore } from "../live/store"
import { lineOfNumber } from "./absent"
import { AbsentRow } from "./absent-row"
import { withWidth } from "./columns"
import { ColumnsPanel } from "./columns-panel"
import { firstSpot } from "./cursor"
import { Drawer } from "./drawer"
import { CellEditor } from "./editors/cell-editor"
import { useRichEditorSoon } from "./editors/rich-cell"
import type { GridGiven, LoadedTable } from "./given"
import type { RowsInSight } from "./grid-body"
import { heardKey } from "./grid-keys"
import { GridTable } from "./grid-table"
import { KeysPanel } from "./keys-panel"
import { Nothing } from "./nothing"
import { PasteQuestion } from "./paste-question"
import { PasteReport } from "./paste-report"
import { RetireForm } from "./retire-form"
import { ScrollGlass } from "./scroll-glass"
import { ToldLine } from "./told-line"
import { type Panel, Tools } from "./tools"
import { Unsettled, useUnsettled } from "./unsettled"
import { useActs } from "./use-acts"
import { useAlong } from "./use-along"
import { useBeside } from "./use-beside"
import { useClipboard } from "./use-clipboard"
import { useColumns } from "./use-columns"
import { useComments } from "./use-comments"
import { findCell, useCursor } from "./use-cursor"
import { useDragging } from "./use-dragging"
import { useEditing } from "./use-editing"
import { useFreshPeople } from "./use-fresh-people"
import { useLines, useSetting } from "./use-lines"
import { usePressing } from "./use-pressing"
import { useRowStates } from "./use-row-states"
import { useCards } from "./use-rows"
import { useOffered, useRenewedHead } from "./use-said-outside"
import { useSelecting } from "./use-selecting"
import { useTold } from "./use-told"

type Props = {
  given: GridGiven
  loaded: LoadedTable
  view: View
  /** Another row is open beside the table, or none. */
  openRow: (number: number | null) => void
  /** What can be filtered by is something else than it was. */
  offer: (choices: FilterChoices) => void
}

/** The mapping as a table that is worked like a spreadsheet, by many at once. */
export function MappingGrid({ given, loaded, view, openRow, offer }: Props) {
  const t = useTranslations("mapping.grid")
  const { me, may, mappingId, base, symbol } = given
  const store = useMappingStore({
    ...{ mapping: { id: mappingId, change: loaded.change }, table: loaded.table, me },
  })
  const save = store.state()
  useWarning(save)
  const table = store.table()
  const setting = useSetting(given, table, view)
  const { words } = setting
  const { lines, shown, total, filters, keep } = useLines(table, setting, view)
  const boxAt = useRef<HTMLDivElement>(null)
  const { state: columnState, columns, set: setColumns } = useColumns(view.by, boxAt)
  const ground = useMemo(() => ({ lines, columns }), [lines, columns])
  const { told, say, others } = useTold(store, words)

  const tableAt = useRef<HTMLTableElement>(null)
  const inSight = useRef<RowsInSight>(null)
  const show = () => inSight.current?.show()
  const { unsettled, settle } = useUnsettled(say)
  const cards = useCards()
  const [panel, setPanel] = useState<Panel | null>(null)
  const [drawer, setDrawer] = useState(() => lineOfNumber(lines, view.row) !== undefined)
  const showBeside = () => setDrawer(true)
  const edit = useEditing({ store, ground, setting, keep, say, showBeside })
  const [isAsking, setAsking] = useState(false)
  const cursor = useCursor({
    ...{ ground, table: tableAt, box: boxAt, cards, open: edit.editing !== null || isAsking },
    first: () => firstSpot(lines, view.row),
  })
  const openHere = (typed: string | null = null) => edit.open(cursor.spot, typed)
  const acts = useActs({
    ...{ store, table, ground, setting, cursor, symbol, keep, say, show },
    byArea: view.by === "area",
    asks: setAsking,
  })
  const comments = useComments(base, loaded.comments)
  const stateOf = useRowStates(store, comments.counts, acts.cut)
  const dragging = useDragging(acts.drop)
  useClipboard(tableAt, acts)
  const select = useSelecting(boxAt, cursor, !cards && edit.editing === null)
  const presses = usePressing({ cursor, cards, edit, select })
  useAlong(boxAt)
  useRichEditorSoon(may.edit)
  useFreshPeople(store, base, edit.editing?.field)

  const toggleDrawer = () => setDrawer(!drawer)
  const ask = (asks: boolean) => {
    acts.setRetiring(asks ? acts.row : null)
    setAsking(asks)
    if (!asks) cursor.focus()
  }
  const { row } = acts
  const { isBeside, absent, dismiss, history } = useBeside({
    ...{ row, isOpen: drawer, show: showBeside, lines, rows: table.rows },
    ...{ named: view.row, openRow, cursor, base, say },
  })
  useOffered(table, view.filters.responsible, offer)
  useRenewedHead(store)
  const anchor = useCallback(
    () => findCell(tableAt.current, edit.editing?.spot ?? cursor.spot),
    [edit.editing, cursor.spot],
  )

  return (
    <div className="grid-work">
      <Tools
        acts={may.edit ? { ...acts, retire: () => ask(true), edit: openHere } : null}
        can={acts.can}
        panel={panel}
        toggle={(next) => setPanel(panel === next ? null : next)}
        drawer={isBeside}
        toggleDrawer={toggleDrawer}
        told={<ToldLine told={told} />}
      >
        <span className="small muted" role="status">
          {t("count", { shown, total })}
        </span>
        <MappingMark store={store} settle={settle} />
      </Tools>
      {absent ? <AbsentRow {...{ absent, view, base }} close={dismiss} /> : null}
      {panel === "columns" ? (
        <ColumnsPanel
          {...{ columns, words, say }}
          state={columnState}
          by={view.by}
          set={setColumns}
        />
      ) : null}
      {panel === "keys" ? <KeysPanel /> : null}
      {acts.problems ? (
        <PasteReport problems={acts.problems} words={words} close={acts.dismiss} />
      ) : null}
      <Unsettled
        {...{ store, setting }}
        resume={edit.resume}
        box={unsettled}
        shows={!edit.editing}
        takesFocus={cards}
        none={cursor.focus}
      />
      <div className={drawer && row ? "work beside" : "work"}>
        <div className="gridbox" ref={boxAt} {...reachedBy(lines.length)}>
          <ScrollGlass />
          <GridTable
            label={t("label", { mandate: given.title })}
            body={{
              ...{ lines, columns, setting, dragging, stateOf, cards, inSight },
              ...{ spot: cursor.spot, cursor: cursor.at.line },
              range: cursor.isRange ? cursor.range : null,
            }}
            table={tableAt}
            resize={(id, width) => setColumns(withWidth(columnState, id, width))}
            onKeyDown={(event) =>
              heardKey(event, {
                ...{ ground, cursor, acts, toggleDrawer, settle, history },
                isOpen: edit.editing !== null,
                page: inSight.current?.page() ?? 1,
                ...{ show, open: openHere, dismiss: acts.dismiss },
              })
            }
            {...presses}
          />
          {lines.length === 0 ? (
            <Nothing
              words={t(filters === view.filters ? "nothing" : "looking")}
              {...{ base, total, areas: table.areas.length, mayAdd: given.may.edit }}
            />
          ) : null}
        </div>
        {drawer && row ? (
          <Drawer
            {...{ row, setting, base }}
            column={cursor.spot.column}
            comments={comments.counts[row.id] ?? 0}
            left={comments.refresh}
            close={() => {
              toggleDrawer()
              cursor.focus()
            }}
          />
        ) : null}
      </div>
      {edit.editing ? (
        <CellEditor
          key={edit.editing.draft}
          field={edit.editing.field}
          value={edit.editing.value}
          begun={edit.editing.begun}
          typed={edit.editing.typed}
          write={edit.write}
          setting={{
            ...{ words, symbol, areas: table.areas, people: table.people },
            ...{ today: setting.today, label: edit.name },
          }}
          anchor={anchor}
          close={(leaving) => {
            const spot = edit.close(leaving)
            if (spot && leaving.focus) cursor.put(spot)
          }}
        />
      ) : null}
      {acts.retiring ? (
        <RetireForm
          row={acts.retiring}
          anchor={anchor}
          retire={(reason) => {
            acts.retire(reason)
            setAsking(false)
          }}
          close={() => ask(false)}
        />
      ) : null}
      {acts.asked ? (
        <PasteQuestion {...acts.asked} anchor={anchor} answer={acts.answerPaste} />
      ) : null}
      <p className="vh others" role="status" aria-live="polite">
        {others}
      </p>
    </div>
  )
}

/** The cells of the table are what keys scroll it by; where there is none, its box itself is. */
const reachedBy = (lines: number) => (lines > 0 ? {} : { tabIndex: 0 })
