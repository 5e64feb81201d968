import type { Entry, Fact, Part, Run } from "../sheet"
import { column, gutter, hang, looks, setFlow } from "./flow"
import type { Look } from "./lines"
import { gutterWidth, ink, measure, page } from "./page"
import type { Element, Pen } from "./pen"
import { setRecord } from "./record"

const headings: Record<number, Look> = {
  2: { face: "serif", size: 14, lead: 19, bold: true },
  3: { face: "serif", size: 11.5, lead: 16, bold: true },
}
const lower: Look = { face: "serif", size: 10.5, lead: 15.5, bold: true }

/** Sets a part of the document. `before` is the part above it. */
export function setPart(pen: Pen, part: Part, before: Part | undefined): void {
  if ("place" in part && part.place && part.kind !== "heading") mark(pen, part.place)
  switch (part.kind) {
    case "heading":
      setHeading(pen, part)
      return
    case "flow": {
      const look = part.small ? looks.small : looks.text
      hang(pen, part.mark, look)
      setFlow(pen, pen.root, part.flow, look, { ...column, own: part.own })
      pen.y += part.mark || part.small ? 5 : 3
      return
    }
    case "quote": {
      hang(pen, part.mark, looks.text)
      const quote = pen.element(pen.root, "BlockQuote")
      const spot = { x: page.text + 14, width: measure - 14, colour: ink.second }
      for (const flow of part.flow) setFlow(pen, quote, flow, looks.text, spot)
      quote.end()
      pen.y += 6
      return
    }
    case "record":
      setRecord(pen, part, before)
      return
    case "note":
      pen.text(pen.root, "P", [{ text: part.words }], looks.note, {
        ...column,
        colour: ink.label,
        own: true,
      })
      pen.y += 5
      return
    case "facts":
      setFacts(pen, part.rows)
      pen.y += 8
      return
    case "notice":
      pen.room(looks.text.lead * 3)
      pen.text(pen.root, "H2", [{ text: part.title }], lower, { ...column, bar: true })
      pen.text(pen.root, "P", part.runs, looks.small, { ...column, bar: true })
      pen.y += 10
      return
    case "contents":
      setContents(pen, pen.root, part.entries, 0)
      pen.y += 8
      return
    case "table":
      setTable(pen, part)
      pen.y += 10
  }
}

/** Notes where a place of the document stands, a little above its first line. */
function mark(pen: Pen, place: string): void {
  pen.room(looks.text.lead * 2)
  pen.document.addNamedDestination(place, "XYZ", 0, pen.y - 10, null)
}

function setHeading(pen: Pen, part: Extract<Part, { kind: "heading" }>): void {
  const look = headings[part.level] ?? lower
  const above = part.level === 2 ? 16 : 8
  const lines = pen.lines([{ text: part.words }], look, measure)
  pen.room(above + lines.length * look.lead + looks.text.lead * 2)
  if (pen.y > page.top) pen.y += above
  mark(pen, part.place)
  if (part.level === 2) {
    pen.rule(page.gutter, 0.5, ink.rule)
    pen.y += 7
  }
  const kind = pen.headingKind(part.level)
  const heading = pen.element(pen.root, kind, pen.own(part.own))
  const { y } = pen
  if (part.mark) {
    const number = { ...look, bold: false }
    pen.setInto(
      heading,
      kind,
      pen.lines([{ text: `${part.mark} ` }], number, gutterWidth),
      number,
      {
        ...gutter,
      },
    )
    pen.y = y
  }
  pen.setInto(heading, kind, lines, look, column)
  heading.end()
  pen.y += part.level === 2 ? 6 : 3
}

function setFacts(pen: Pen, rows: readonly Fact[]): void {
  const table = pen.element(pen.root, "Table")
  for (const { label, values } of rows) {
    const row = pen.element(table, "TR")
    const lines = pen.lines([{ text: label }], looks.label, gutterWidth)
    pen.room(Math.max(lines.length * looks.label.lead, looks.small.lead * 2))
    const { y } = pen
    const head = pen.element(row, "TH", { scope: "Row", ...pen.own(true) })
    pen.y += 1
    pen.setInto(head, "TH", lines, looks.label, gutter)
    head.end()
    const below = pen.y
    pen.y = y
    const cell = pen.element(row, "TD")
    const first = pen.document.bufferedPageRange().count
    for (const runs of values)
      pen.setInto(cell, "TD", pen.lines(runs, looks.small, measure), looks.small, column)
    cell.end()
    row.end()
    const sameAsBefore = pen.document.bufferedPageRange().count === first
    pen.y = (sameAsBefore ? Math.max(pen.y, below) : pen.y) + 3
  }
  table.end()
}

function setContents(pen: Pen, parent: Element, entries: readonly Entry[], depth: number): void {
  const list = pen.element(parent, "L")
  const indent = Math.min(depth, 4) * 16
  for (const { mark: sign, words, note, to, below } of entries) {
    const entry = pen.element(list, "LI")
    pen.room(looks.small.lead * 2)
    const { y } = pen
    if (sign) {
      const label = pen.element(entry, "Lbl")
      const spot = { x: page.text + indent, width: 60, colour: ink.label }
      pen.setInto(label, "Lbl", pen.lines([{ text: sign }], looks.small, 60), looks.small, spot)
      label.end()
      pen.y = y
    }
    const body = pen.element(entry, "LBody")
    const href = to ? { href: `#${to}` } : {}
    const runs: Run[] = [{ text: words, ...href }]
    if (note) runs.push({ text: `  ${note}`, italic: true })
    const inset = indent + (sign ? 26 : 0)
    const spot = { x: page.text + inset, width: measure - inset }
    pen.setInto(body, "LBody", pen.lines(runs, looks.small, spot.width), looks.small, spot)
    pen.y += 2
    if (below.length > 0) setContents(pen, body, below, depth + 1)
    body.end()
    entry.end()
  }
  list.end()
}

function setTable(pen: Pen, { head, rows }: Extract<Part, { kind: "table" }>): void {
  const table = pen.element(pen.root, "Table")
  const columns = Math.max(1, head.length, ...rows.map((row) => row.length))
  const gap = 12
  const wide = (page.end - page.text - gap * (columns - 1)) / columns
  const setRow = (cells: readonly (readonly Run[])[], kind: "TH" | "TD", look: Look) => {
    const row = pen.element(table, "TR")
    const set = cells.map((runs) => pen.lines(runs, look, wide))
    const height = Math.max(1, ...set.map((lines) => lines.length)) * look.lead
    // A row that fits no page is set cell under cell.
    const stacked = height > page.bottom - page.top
    if (!stacked) pen.room(height)
    const { y } = pen
    let lowest = y
    for (const [index, lines] of set.entries()) {
      const cell = pen.element(row, kind, kind === "TH" ? { scope: "Column" } : {})
      if (!stacked) pen.y = y
      const x = page.text + index * (wide + gap)
      const colour = kind === "TH" || index > 0 ? ink.label : ink.text
      pen.setInto(cell, kind, lines, look, { x, width: wide, colour })
      cell.end()
      lowest = stacked ? pen.y : Math.max(lowest, pen.y)
    }
    row.end()
    pen.y = lowest + 2
    pen.rule(page.text, 0.5, ink.rule)
    pen.y += 2
  }
  if (head.length > 0)
    setRow(
      head.map((text) => [{ text }]),
      "TH",
      { ...looks.label, bold: true },
    )
  for (const row of rows) setRow(row, "TD", looks.small)
  table.end()
}
