import { memo } from "react"
import type { CellField } from "@/lib/mapping/model"
import { type CellSetting, cellView } from "./cell-view"
import { type Column, type ColumnId, fieldOf } from "./columns"
import type { Line } from "./lines"

/** Somebody else who is in a cell of the row. */
export type Mark = { field: CellField; name: string; colour: number }

/** What a row needs besides what all rows share; whatever is not given is not so. */
export type RowState = {
  /** The column of the cursor, where it is in this row. */
  at?: ColumnId | undefined
  /** The first and the last of the selected columns, as places. */
  selected?: string | undefined
  marks?: readonly Mark[] | undefined
  /** Fields that others changed in the last seconds, and fields with two wordings. */
  fresh?: string | undefined
  clashing?: string | undefined
  /** Fields that were cut here and stand until they are pasted. */
  cut?: string | undefined
  /** Where something that is dragged would be put down. */
  drop?: "before" | "after" | undefined
  comments?: number | undefined
}

export type RowsSetting = CellSetting & {
  may: { edit: boolean; decide: boolean }
  /** Whether rows may be put into another order: they stand in theirs. */
  mayOrder: boolean
  grip: string
  rowName: (number: number) => string
  headCount: (rows: number, activities: number) => string
  commentsCount: (count: number) => string
}

/** The first cell of a line, which names it. */
const rowHeader = { role: "rowheader", "aria-colindex": 1, "data-c": "number" }

type Props = RowState & {
  line: Line
  /** Its place among the lines, from 0. */
  place: number
  columns: readonly Column[]
  setting: RowsSetting
}

const isIn = (fields: string | undefined, field: string | null) =>
  field !== null && (fields?.split(" ").includes(field) ?? false)

/** Columns whose words may be many: no more of them than six lines are shown. */
const long: ReadonlySet<ColumnId> = new Set(["suggests", "activities", "synergies", "scope"])

/** Columns that cannot be changed here, whoever asks. */
const isFixed = (column: ColumnId, { may }: RowsSetting) =>
  !may.edit || fieldOf(column) === null || (column === "scope" && !may.decide)

/**
 * One line of the grid. It has no state and no effect, hears nothing itself, and is drawn again only when
 * something of its own changes: the table hears the keys and the pointer for all of them.
 */
export const GridRow = memo(function GridRow(props: Props) {
  const { line, place, columns, setting, drop } = props
  const shared = {
    role: "row",
    "data-k": line.key,
    "data-index": place,
    "data-drop": drop,
    "aria-rowindex": place + 2,
  }
  if (line.kind === "head")
    return (
      <tr {...shared} className="head">
        <th
          {...{ ...rowHeader, scope: "rowgroup", colSpan: columns.length }}
          tabIndex={props.at ? 0 : -1}
          className={props.at ? "cur" : undefined}
        >
          <div className="held">
            {setting.mayOrder ? <Grip name={setting.grip} /> : null}
            <span>{line.title}</span> <small>{setting.headCount(line.rows, line.activities)}</small>
          </div>
        </th>
      </tr>
    )
  const { at, marks, fresh, clashing } = props
  const [from = -1, to = -1] = props.selected?.split("-").map(Number) ?? []
  return (
    <tr {...shared} className={at ? "here" : undefined}>
      {columns.map((column, index) => {
        const field = fieldOf(column.id)
        const mark = marks?.find((one) => one.field === field)
        return (
          <Cell
            key={column.id}
            {...{ row: line.row, column, index, setting }}
            isCurrent={at === column.id}
            isSelected={index >= from && index <= to}
            isFresh={isIn(fresh, field)}
            isClashing={isIn(clashing, field)}
            isCut={isIn(props.cut, field)}
            who={mark?.name}
            colour={mark?.colour}
            comments={column.id === "comments" ? (props.comments ?? 0) : 0}
          />
        )
      })}
    </tr>
  )
})

/** What a line is dragged by; keys and buttons do the same, so that nobody has to. */
const Grip = ({ name }: { name: string }) => (
  <span className="grip" draggable title={name} aria-hidden="true" />
)

type CellProps = {
  row: Extract<Line, { kind: "row" }>["row"]
  column: Column
  index: number
  setting: RowsSetting
  isCurrent: boolean
  isSelected: boolean
  isFresh: boolean
  isClashing: boolean
  isCut: boolean
  /** Somebody else who is in it, and in which colour. */
  who: string | undefined
  colour: number | undefined
  comments: number
}

/** Drawn again only when it changes itself: a row that moves, or where the cursor goes, keeps its cells. */
const Cell = memo(function Cell(props: CellProps) {
  const { row, column, index, setting, isCurrent, isSelected, who } = props
  const { id } = column
  const name = [
    column.at === null ? "" : "frozen",
    isCurrent ? "cur" : "",
    isSelected ? "sel" : "",
    who === undefined ? "" : `ed w${props.colour}`,
    props.isFresh ? "fresh" : "",
    props.isClashing ? "two" : "",
    props.isCut ? "cut" : "",
  ]
  const shared = {
    role: "gridcell",
    className: name.filter(Boolean).join(" ") || undefined,
    "aria-colindex": index + 1,
    "aria-selected": isSelected || undefined,
    tabIndex: isCurrent ? 0 : -1,
    "data-c": id,
    "data-l": setting.words.column(id),
  }
  const flag = who === undefined ? null : <span className="fl">{who}</span>
  if (id === "number")
    return (
      <th {...{ ...shared, ...rowHeader, scope: "row" }} aria-label={setting.rowName(row.number)}>
        {setting.mayOrder ? <Grip name={setting.grip} /> : null}
        {cellView(id, row, setting)}
      </th>
    )
  const view =
    id === "comments" ? setting.commentsCount(props.comments) : cellView(id, row, setting)
  return (
    <td {...{ ...shared, "aria-readonly": isFixed(id, setting) || undefined }}>
      {flag}
      {long.has(id) ? <div className="clip">{view}</div> : view}
    </td>
  )
})
