import type { Part } from "../sheet"
import { hang, looks, setFlow } from "./flow"
import { ink, measure, page } from "./page"
import type { Pen, Spot } from "./pen"

type Record = Extract<Part, { kind: "record" }>

/**
 * A block of the record: the weight of its rule is the weight of the act. The label hangs beside it as
 * a heading, so that decisions are found by their headings.
 */
export function setRecord(pen: Pen, part: Record, before: Part | undefined): void {
  const { block } = part
  const ruled = block.type === "decision" || block.type === "action"
  const follows = before?.kind === "record" && before.block.type === "decision"
  pen.room(looks.text.lead * 3 + 10)
  if (ruled) {
    if (block.type === "decision") pen.rule(page.gutter, 2.25, ink.accent)
    else if (!follows) pen.rule(page.gutter, 0.75, ink.text)
    pen.y += 6
  }
  const kind = `H${Math.min(part.level, 6)}`
  const { y } = pen
  pen.y += 2.6
  const heading = pen.element(pen.root, kind, pen.own(true))
  const label = { ...looks.label, bold: true }
  pen.setInto(
    heading,
    kind,
    pen.lines([{ text: block.label }], label, page.text - page.gutter - 6),
    label,
    {
      x: page.gutter,
      width: page.text - page.gutter - 6,
      colour: block.type === "decision" ? ink.accent : ink.second,
    },
  )
  heading.end()
  if (part.mark) hang(pen, part.mark, looks.label)
  pen.y = y
  const spot: Spot = { x: page.text, width: measure, bar: block.type === "statement" }
  if (block.who) {
    const { name, capacity } = block.who
    const runs = [{ text: name, bold: true }, ...(capacity ? [{ text: `  ${capacity}` }] : [])]
    pen.text(pen.root, "P", runs, looks.small, spot)
  }
  const weight = block.type === "decision" || block.type === "question"
  for (const flow of block.flow) setFlow(pen, pen.root, flow, { ...looks.text, bold: weight }, spot)
  if (block.outcome) pen.text(pen.root, "P", [{ text: block.outcome }], looks.text, spot)
  for (const { label: name, value } of block.terms)
    pen.text(pen.root, "P", [{ text: `${name}: `, bold: true }, { text: value }], looks.note, {
      ...spot,
      colour: ink.second,
    })
  pen.y = Math.max(pen.y, y + looks.label.lead * 2) + (ruled ? 5 : 0)
  if (ruled) pen.rule(page.gutter, 0.75, block.type === "decision" ? ink.accent : ink.text)
  pen.y += 8
}
