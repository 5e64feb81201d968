import type { Sheet } from "../sheet"
import { looks } from "./flow"
import { ink } from "./page"
import type { Pen } from "./pen"

type Furniture = Pick<Sheet, "address" | "proof" | "page" | "running">

/** What runs over every page, and address, hash and number at its foot. */
export function setFurniture(pen: Pen, sheet: Furniture): void {
  const { document, page } = pen
  const { start, count } = document.bufferedPageRange()
  const small = { ...looks.label, size: 7, lead: 9.5 }
  const tiny = { ...looks.label, size: 6.2, lead: 9 }
  const wide = page.end - page.gutter
  for (let index = start; index < start + count; index++) {
    document.switchToPage(index)
    pen.y = page.foot - 10
    pen.rule(page.gutter, 0.5, ink.rule)
    const foot = { x: page.gutter, width: wide - 80 }
    pen.furniture([{ text: sheet.address }], small, { ...foot, y: page.foot + 4 })
    const below = pen.lines([{ text: sheet.address }], small, foot.width).length * small.lead
    pen.furniture([{ text: sheet.proof }], tiny, { ...foot, y: page.foot + 4 + below })
    const number = { x: page.end - 80, width: 80, y: page.foot + 4, toEnd: true }
    pen.furniture([{ text: sheet.page(index + 1 - start, count) }], small, number)
    if (index === start) continue
    const head = { x: page.gutter, width: wide, y: page.top - 24, toEnd: true }
    pen.furniture([{ text: sheet.running }], small, head)
  }
}
