import type { Flow } from "../sheet"
import type { Look } from "./lines"
import { gutterWidth, ink, measure, page } from "./page"
import type { Element, Pen, Spot } from "./pen"

export const looks = {
  text: { face: "serif", size: 10.5, lead: 15.5 },
  small: { face: "serif", size: 9, lead: 13 },
  label: { face: "sans", size: 7.5, lead: 11 },
  note: { face: "sans", size: 8.5, lead: 13 },
} as const satisfies Record<string, Look>

export const column: Spot = { x: page.text, width: measure }
export const gutter: Spot = { x: page.gutter, width: gutterWidth, colour: ink.label }

/** A number or label that hangs beside the line that follows. */
export function hang(pen: Pen, words: string, beside: Look): void {
  if (!words) return
  pen.room(beside.lead * 2)
  const { y } = pen
  pen.y += (beside.lead - looks.label.lead) / 2 + 0.6
  const lines = pen.lines([{ text: words }], looks.label, gutterWidth)
  const label = pen.element(pen.root, "P")
  pen.setInto(label, "P", lines, looks.label, gutter)
  label.end()
  pen.y = y
}

/** A paragraph or a list, whole. */
export function setFlow(pen: Pen, parent: Element, flow: Flow, look: Look, spot: Spot): void {
  if (flow.kind === "paragraph") {
    pen.text(parent, "P", flow.runs, look, spot)
    return
  }
  const list = pen.element(parent, "L")
  const { start } = flow
  const signOf = (index: number) => (start === null ? "•" : `${start + index}.`)
  const [widest] = pen.lines([{ text: signOf(flow.items.length - 1) }], look, 60)
  // Text stands beside the widest number, also in narrow cells.
  const indent = Math.max(Math.min(18, spot.width / 6), (widest?.width ?? 0) + look.size / 3)
  for (const [index, item] of flow.items.entries()) {
    const entry = pen.element(list, "LI")
    const sign = signOf(index)
    pen.room(look.lead * (item.length > 0 ? 2 : 1))
    const { y } = pen
    const label = pen.element(entry, "Lbl")
    pen.setInto(label, "Lbl", pen.lines([{ text: sign }], look, 60), look, spot)
    label.end()
    pen.y = y
    const body = pen.element(entry, "LBody")
    const inner = { ...spot, x: spot.x + indent, width: spot.width - indent }
    for (const block of item) setFlow(pen, body, block, look, inner)
    body.end()
    entry.end()
    pen.y += 2
  }
  list.end()
}
