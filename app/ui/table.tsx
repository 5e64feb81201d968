import { Children, cloneElement, isValidElement, type ReactElement, type ReactNode } from "react"

export interface Column {
  key: string
  label: ReactNode
  /** Figures stand at the end side, under each other. */
  numeric?: boolean
}

// A box that scrolls must be reachable by keyboard, though it is nothing to press.
const scrolls = { tabIndex: 0 }

/**
 * A real table in a box that scrolls by itself, focusable and named. Cells of figures carry
 * `className="num"`; one cell of a row may be `<th scope="row">`. Where every row is a plain `<tr>`, a
 * phone shows its cells under each other, each with the name of its column.
 *
 * @example
 * <Table caption={t("meetings")} columns={[{ key: "number", label: t("number"), numeric: true }]}>
 *   {rows.map((row) => <tr key={row.id}><td className="num">{row.number}</td></tr>)}
 * </Table>
 */
export function Table({
  caption,
  showCaption = false,
  stacked = false,
  columns,
  children,
}: {
  caption: string
  showCaption?: boolean
  /** Whether rows that are components of their own are put under each other on a phone as well. */
  stacked?: boolean
  columns: readonly Column[]
  children: ReactNode
}) {
  const rows = Children.toArray(children)
  const stacks = rows.every(isRow)
  return (
    <section className="scroll" aria-label={caption} {...scrolls}>
      <table className={stacks || stacked ? "tbl stacks" : "tbl"}>
        <caption className={showCaption ? "label" : "vh"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric ? "num" : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{stacks ? rows.filter(isRow).map((row) => named(row, columns)) : children}</tbody>
      </table>
    </section>
  )
}

type Row = ReactElement<{ children?: ReactNode }, "tr">

function isRow(node: ReactNode): node is Row {
  return isValidElement(node) && node.type === "tr"
}

/** A row whose cells carry the names of their columns, for the style that puts them under each other. */
function named(row: Row, columns: readonly Column[]): ReactElement {
  const cells = Children.map(row.props.children, (cell, place) => {
    const label = columns[place]?.label
    if (!isValidElement(cell) || cell.type !== "td" || typeof label !== "string") return cell
    return cloneElement(cell as ReactElement<{ "data-label"?: string }>, { "data-label": label })
  })
  return cloneElement(row, {}, cells)
}
