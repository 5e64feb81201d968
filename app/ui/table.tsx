import type { ReactNode } from "react"

export interface Column {
  key: string
  label: ReactNode
  /** Figures stand at the end side, under each other. */
  numeric?: boolean
}

// A box that scrolls must be reachable by keyboard, though it is nothing to press.
const scrolls = { tabIndex: 0 }

/**
 * A real table in a box that scrolls by itself on narrow screens, focusable and named. Cells of
 * figures carry `className="num"`; the first cell of a row may be `<th scope="row">`.
 *
 * @example
 * <Table caption={t("meetings")} columns={[{ key: "number", label: t("number"), numeric: true }]}>
 *   {rows.map((row) => <tr key={row.id}><td className="num">{row.number}</td></tr>)}
 * </Table>
 */
export function Table({
  caption,
  showCaption = false,
  columns,
  children,
}: {
  caption: string
  showCaption?: boolean
  columns: readonly Column[]
  children: ReactNode
}) {
  return (
    <section className="scroll" aria-label={caption} {...scrolls}>
      <table className="tbl">
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
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
