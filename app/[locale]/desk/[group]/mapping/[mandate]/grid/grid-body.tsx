import { type Ref, useCallback, useImperativeHandle, useRef } from "react"
import type { Column } from "./columns"
import type { Range, Spot } from "./cursor"
import { GridRow, type RowState, type RowsSetting } from "./grid-row"
import type { Lines } from "./lines"
import type { useDragging } from "./use-dragging"
import { useRows } from "./use-rows"

/** What keys ask of the lines that are drawn. */
export type RowsInSight = Pick<ReturnType<typeof useRows>, "show" | "page">

export type BodyProps = {
  lines: Lines["lines"]
  columns: readonly Column[]
  setting: RowsSetting
  spot: Spot
  /** The line of the cursor, by its place. */
  cursor: number
  /** Null where one cell alone is meant. */
  range: Range | null
  dragging: ReturnType<typeof useDragging>
  /** What others do in a row, by its id. */
  stateOf: (rowId: string) => RowState
  cards: boolean
  inSight: Ref<RowsInSight>
}

/** The lines of the table, only those in sight. Scrolling draws this again, and nothing around it. */
export function GridBody(props: BodyProps) {
  const { lines, columns, setting, spot, range, dragging, stateOf, cards } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const { items, container, measure, show, page } = useRows({
    ...{ lines, cards, body, cursor: props.cursor },
  })
  useImperativeHandle(props.inSight, () => ({ show, page }))
  const both = useCallback(
    (element: HTMLTableSectionElement | null) => {
      body.current = element
      container(element)
    },
    [container],
  )
  return (
    <tbody {...{ role: "rowgroup" }} ref={both}>
      {items.map(({ index }) => {
        const line = lines[index]
        if (!line) return null
        const isIn = range && index >= range.lines[0] && index <= range.lines[1]
        return (
          <GridRow
            key={line.key}
            {...(line.kind === "row" ? stateOf(line.row.id) : {})}
            line={line}
            place={index}
            columns={columns}
            setting={setting}
            measure={measure}
            at={line.key === spot.line ? spot.column : undefined}
            selected={isIn ? range.columns.join("-") : undefined}
            drop={dragging.mark(index)}
          />
        )
      })}
    </tbody>
  )
}
