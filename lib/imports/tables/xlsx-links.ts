import { readXml } from "../formats/xml"
import { type RawCell, type RawRow, textOf } from "./model"
import { columnOf } from "./xlsx-merged"

/** Links of a sheet that are looked at; no table within the limits has more. */
const most = 50_000

/** Where the cells of a sheet lead, by their reference; addresses stand apart from it, in `relations`. */
export function readLinks(sheet: Uint8Array, relations: Uint8Array | null): Map<string, string> {
  const links = new Map<string, string>()
  if (
    !relations ||
    !Buffer.from(sheet.buffer, sheet.byteOffset, sheet.length).includes("hyperlink")
  )
    return links
  const targets = new Map<string, string>()
  readXml(relations, {
    open: ({ attributes: { Id, Target, TargetMode } }) => {
      if (Id && Target && TargetMode === "External" && targets.size < most) targets.set(Id, Target)
    },
    close: () => {},
  })
  readXml(sheet, {
    open: ({ name, attributes }) => {
      if (name !== "hyperlink") return
      const target = targets.get(attributes["r:id"] ?? "")
      const [first = ""] = (attributes.ref ?? "").split(":")
      const within = attributes.location ? `#${attributes.location}` : ""
      if (target) links.set(first, target + within)
    },
    close: () => {},
  })
  return links
}

/** Rows whose words lead where the sheet says: the first line of a cell carries the address of its link. */
export function withLinks(rows: readonly RawRow[], links: ReadonlyMap<string, string>): RawRow[] {
  if (links.size === 0) return [...rows]
  const byLine = new Map<number, Map<number, string>>()
  for (const [reference, href] of links) {
    const line = Number(/^[A-Z]{1,3}(\d{1,7})$/.exec(reference)?.[1])
    byLine.set(line, (byLine.get(line) ?? new Map()).set(columnOf(reference), href))
  }
  return rows.map(({ line, cells }) => {
    const inLine = byLine.get(line)
    return inLine
      ? { line, cells: cells.map((cell, column) => linked(cell, inLine.get(column))) }
      : { line, cells }
  })
}

function linked(cell: RawCell, href: string | undefined): RawCell {
  const text = textOf(cell)
  if (href === undefined || text.trim() === "") return cell
  const [first = "", ...rest] = text.split("\n")
  const lines = [[{ text: first, href }], ...rest.map((one) => [{ text: one }])]
  return { ...(typeof cell === "object" && cell), text, lines }
}
