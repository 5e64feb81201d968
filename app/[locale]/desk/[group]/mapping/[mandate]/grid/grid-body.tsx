import { type CSSProperties, memo, type Ref, type RefObject, useImperativeHandle } from "react"
import type { Column } from "./columns"
import type { Range, Spot } from "./cursor"
import { GridRow, type RowState, type RowsSetting } from "./grid-row"
import type { Lines } from "./lines"
import type { Part } from "./parts"
import type { useDragging } from "./use-dragging"
import { useParts } from "./use-rows"

/** What keys ask of the lines. */
export type RowsInSight = { show: () => void; page: () => number }

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

type Props = BodyProps & { table: RefObject<HTMLTableElement | null> }

/** The lines of the table, in parts that are drawn as they come near. */
export function GridBody(props: Props) {
  const { lines, columns, setting, spot, cursor, range, dragging, stateOf, cards, table } = props
  const { parts, isDrawn, watch, show, page } = useParts({
    ...{ lines, columns: columns.length, cards, table, cursor },
  })
  useImperativeHandle(props.inSight, () => ({ show, page }))
  return parts.map((part) => {
    const to = part.from + part.lines.length
    const isMeant = range && range.lines[1] >= part.from && range.lines[0] < to
    const drop = part.lines.findIndex((_, place) => dragging.mark(part.from + place))
    return (
      <DrawnPart
        key={part.key}
        {...{ part, columns, setting, stateOf, watch }}
        isDrawn={isDrawn(part)}
        at={cursor >= part.from && cursor < to ? spot : undefined}
        range={isMeant ? range : undefined}
        drop={drop < 0 ? undefined : part.from + drop}
        side={drop < 0 ? undefined : dragging.mark(part.from + drop)}
      />
    )
  })
}

type PartProps = Pick<BodyProps, "columns" | "setting" | "stateOf"> & {
  part: Part
  isDrawn: boolean
  /** The cursor, where it is in this part; and the selected range. */
  at: Spot | undefined
  range: Range | undefined
  /** The line at which something that is dragged would be put down. */
  drop: number | undefined
  side: RowState["drop"]
  watch: ReturnType<typeof useParts>["watch"]
}

/** A part of the lines; one that is not drawn has the height that it is thought to have. */
const DrawnPart = memo(function DrawnPart(props: PartProps) {
  const { part, isDrawn, columns, setting, stateOf, at, range, drop } = props
  const { heads, lines } = part
  return (
    <tbody
      {...{ role: isDrawn ? "rowgroup" : "presentation" }}
      className={isDrawn ? "grid-part" : "grid-part waits"}
      ref={props.watch}
      data-part={part.key}
      style={{ "--rows": lines.length - heads, "--heads": heads } as CSSProperties}
    >
      {isDrawn
        ? lines.map((line, place) => {
            const index = part.from + place
            const isIn = range && index >= range.lines[0] && index <= range.lines[1]
            return (
              <GridRow
                key={line.key}
                {...(line.kind === "row" ? stateOf(line.row.id) : {})}
                line={line}
                place={index}
                columns={columns}
                setting={setting}
                at={line.key === at?.line ? at.column : undefined}
                selected={isIn ? range.columns.join("-") : undefined}
                drop={drop === index ? props.side : undefined}
              />
            )
          })
        : null}
    </tbody>
  )
}, isSamePart)

/** What others do changes what `stateOf` is for all parts, and what it says for a few of them. */
function isSamePart(before: PartProps, after: PartProps): boolean {
  const names = Object.keys(after) as (keyof PartProps)[]
  const { part, stateOf, isDrawn } = after
  return names.every((name) => {
    if (name === "range") return JSON.stringify(before.range) === JSON.stringify(after.range)
    if (name === "at")
      return before.at?.line === after.at?.line && before.at?.column === after.at?.column
    if (name !== "stateOf" || before.stateOf === stateOf || !isDrawn)
      return name === "stateOf" || before[name] === after[name]
    return part.lines.every(
      (line) =>
        line.kind === "head" || isSameState(before.stateOf(line.row.id), stateOf(line.row.id)),
    )
  })
}

const isSameState = (before: RowState, after: RowState) =>
  before.fresh === after.fresh &&
  before.clashing === after.clashing &&
  before.cut === after.cut &&
  before.comments === after.comments &&
  JSON.stringify(before.marks) === JSON.stringify(after.marks)
