import { useTranslations } from "next-intl"
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useRef,
} from "react"
import type { Column, ColumnId } from "./columns"
import { type BodyProps, GridBody } from "./grid-body"
import { PrintedBody } from "./printed-body"

type Props = {
  label: string
  body: BodyProps
  table: RefObject<HTMLTableElement | null>
  onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void
  onClick: (event: MouseEvent<HTMLTableElement>) => void
  onDoubleClick: (event: MouseEvent<HTMLTableElement>) => void
  onPointerDown: (event: PointerEvent<HTMLTableElement>) => void
  /** A column has another width, in rem; while it is dragged, again and again. */
  resize: (id: ColumnId, width: number) => void
}

/** Widths and places of all columns, for the style: changing one draws no row again. */
function measures(columns: readonly Column[]): CSSProperties {
  const places = columns.flatMap(({ id, at }) => (at === null ? [] : [[`--at-${id}`, `${at}rem`]]))
  return {
    "--columns": columns.map(({ width }) => `${width}rem`).join(" "),
    "--width": `${columns.reduce((sum, { width }) => sum + width, 0)}rem`,
    ...Object.fromEntries(places),
  } as CSSProperties
}

/** The table itself: one tab stop, one table to a screen reader. */
export function GridTable(props: Props) {
  const { lines, columns, setting, dragging } = props.body
  return (
    <table
      {...{ role: "grid", "aria-label": props.label, "aria-multiselectable": true }}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length}
      className="mapping-table"
      ref={props.table}
      style={measures(columns)}
      onKeyDown={props.onKeyDown}
      onClick={props.onClick}
      onDoubleClick={props.onDoubleClick}
      onPointerDown={props.onPointerDown}
      {...dragging.on}
    >
      <thead {...{ role: "rowgroup" }}>
        <tr {...{ role: "row", "aria-rowindex": 1 }}>
          {columns.map((column, index) => (
            <th
              key={column.id}
              {...{ role: "columnheader", scope: "col", "aria-colindex": index + 1 }}
              className={column.at === null ? undefined : "frozen"}
              data-c={column.id}
            >
              {setting.words.column(column.id)}
              <Edge column={column} resize={props.resize} />
            </th>
          ))}
        </tr>
      </thead>
      <GridBody {...props.body} table={props.table} key={String(props.body.cards)} />
      <PrintedBody {...props.body} />
    </table>
  )
}

/** The edge of a column, to be dragged. Its width is also among what can be chosen of columns, by keys. */
function Edge({ column, resize }: { column: Column; resize: Props["resize"] }) {
  const t = useTranslations("mapping.grid.columns")
  const begun = useRef<{ x: number; width: number } | null>(null)
  const move = (event: PointerEvent<HTMLSpanElement>) => {
    if (!begun.current) return
    const style = getComputedStyle(document.documentElement)
    const rem = Number.parseFloat(style.fontSize)
    const isLeftward = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1
    const by = ((event.clientX - begun.current.x) * isLeftward) / rem
    resize(column.id, begun.current.width + by)
  }
  return (
    <span
      className="edge"
      aria-hidden="true"
      title={t("drag")}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        begun.current = { x: event.clientX, width: column.width }
      }}
      onPointerMove={move}
      onPointerUp={() => {
        begun.current = null
      }}
      onPointerCancel={() => {
        begun.current = null
      }}
    />
  )
}
