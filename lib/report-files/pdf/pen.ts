import type PDFDocument from "pdfkit"
import type { Run } from "../sheet"
import { type Line, type Look, type Piece, setLines } from "./lines"
import { type Ink, ink, type Page, page as upright } from "./page"
import type { Typesetter } from "./typesetter"

export type Element = PDFKit.PDFStructureElement
/** Where text stands, and with which colour; `bar` draws a hairline beside it. */
export type Spot = {
  x: number
  width: number
  colour?: Ink
  bar?: boolean
  /** Words of the portal and not of the text. */
  own?: boolean | undefined
}

/**
 * Draws text from top to bottom, page after page, and notes of every line which part of the document
 * it is. What carries no meaning is marked so, and is not read aloud.
 */
export class Pen {
  y: number
  /** The levels of the headings under which the pen is, that of the title first. */
  readonly #under = [1]

  constructor(
    readonly document: typeof PDFDocument.prototype,
    readonly typesetter: Typesetter,
    readonly root: Element,
    /** The language of the portal's words, where the text is in another. */
    readonly ownLanguage: string | null,
    readonly page: Page = upright,
  ) {
    this.y = this.page.top
  }

  /** What an element says of itself when its words are the portal's. */
  own(isOwn: boolean | undefined): { lang?: string } {
    return isOwn && this.ownLanguage ? { lang: this.ownLanguage } : {}
  }

  /** An element below another one, of one of the kinds that the standard names ("P", "H2", "LI"). */
  element(parent: Element, kind: string, options: { lang?: string; scope?: string } = {}): Element {
    const child = this.document.struct(kind, options)
    parent.add(child)
    return child
  }

  /** The kind of a heading: a level that the text skipped is none among the tags (PDF/UA-1, 7.4.2). */
  headingKind(level: number): string {
    while ((this.#under.at(-1) ?? 0) >= level && this.#under.length > 1) this.#under.pop()
    this.#under.push(level)
    return `H${Math.min(this.#under.length, 6)}`
  }

  /** Begins a new page unless so many points are left on this one. */
  room(height: number): void {
    if (this.y + height <= this.page.bottom || this.y === this.page.top) return
    this.newPage()
  }

  newPage(): void {
    this.document.addPage()
    this.y = this.page.top
  }

  lines(runs: readonly Run[], look: Look, width: number): Line[] {
    return setLines(runs, look, width, this.typesetter)
  }

  /** Sets text as an element of its own, or into `into`. */
  text(parent: Element, kind: string, runs: readonly Run[], look: Look, spot: Spot): void {
    const element = this.element(parent, kind, this.own(spot.own))
    this.setInto(element, kind, this.lines(runs, look, spot.width), look, spot)
    element.end()
  }

  /** Draws lines as content of an element. No page ends with the first line of several. */
  setInto(element: Element, kind: string, lines: readonly Line[], look: Look, spot: Spot): void {
    this.room(lines.length > 1 ? look.lead * 2 : look.lead)
    for (const line of lines) {
      this.room(look.lead)
      if (spot.bar) this.bar(spot.x - 10, look.lead)
      this.#line(element, kind, line, look, spot)
      this.y += look.lead
    }
  }

  #line(element: Element, kind: string, line: Line, look: Look, spot: Spot): void {
    const from = line.fromEnd ? spot.x + Math.max(0, spot.width - line.width) : spot.x
    const baseline = this.y + look.lead / 2 + look.size * 0.33
    const runs: Piece[][] = []
    for (const piece of line.pieces) {
      const run = runs.at(-1)
      if (run && run[0]?.href === piece.href) run.push(piece)
      else runs.push([piece])
    }
    for (const run of runs) {
      const href = run[0]?.href ?? ""
      const at = { from, baseline, size: look.size }
      if (!href) this.#draw(element, kind, run, { ...at, colour: spot.colour ?? ink.text })
      else this.#link(element, href, run, { ...at, colour: ink.accent, lead: look.lead })
    }
  }

  #draw(
    element: Element,
    kind: string,
    run: readonly Piece[],
    at: { from: number; baseline: number; size: number; colour: Ink },
  ): void {
    const content = this.document.markStructureContent(kind)
    for (const piece of run) {
      this.typesetter.says = piece.says
      this.document
        .font(piece.face)
        .fontSize(at.size)
        .fillColor(at.colour)
        .text(piece.text, at.from + piece.x, at.baseline, {
          lineBreak: false,
          baseline: "alphabetic",
        })
    }
    this.typesetter.says = ""
    this.document.endMarkedContent()
    element.add(content)
  }

  /** Words that lead somewhere: an address, or a place in this document ("#i2p4"). */
  #link(
    parent: Element,
    href: string,
    run: readonly Piece[],
    at: { from: number; baseline: number; size: number; colour: Ink; lead: number },
  ): void {
    const link = this.element(parent, "Link")
    this.#draw(link, "Link", run, at)
    const left = Math.min(...run.map(({ x }) => x)) + at.from
    const right = Math.max(...run.map(({ x, width }) => x + width)) + at.from
    const box = [left, this.y, right - left, at.lead] as const
    const words = run.map(({ text }) => text).join("")
    const options = { structParent: link, Contents: new String(words) }
    if (href.startsWith("#")) this.document.goTo(...box, href.slice(1), options)
    else this.document.link(...box, href, options)
    // Ended while its page is open: the library writes the page of a link when it is ended.
    link.end()
  }

  /** A line across; nothing that is read. */
  rule(from: number, weight: number, colour: Ink): void {
    this.#artifact(() =>
      this.document
        .lineWidth(weight)
        .strokeColor(colour)
        .moveTo(from, this.y + weight / 2)
        .lineTo(this.page.end, this.y + weight / 2)
        .stroke(),
    )
    this.y += weight
  }

  bar(x: number, height: number): void {
    this.#artifact(() =>
      this.document
        .lineWidth(0.75)
        .strokeColor(ink.label)
        .moveTo(x, this.y)
        .lineTo(x, this.y + height)
        .stroke(),
    )
  }

  /** Text that belongs to the page and not to the document: heads and feet. */
  furniture(runs: readonly Run[], look: Look, spot: Spot & { y: number; toEnd?: boolean }): void {
    this.#artifact(() => {
      const lines = this.lines(runs, look, spot.width)
      for (const [index, line] of lines.entries()) {
        const from = spot.toEnd ? spot.x + spot.width - line.width : spot.x
        const y = spot.y + index * look.lead
        for (const piece of line.pieces)
          this.document
            .font(piece.face)
            .fontSize(look.size)
            .fillColor(spot.colour ?? ink.label)
            .text(piece.text, from + piece.x, y, { lineBreak: false, baseline: "alphabetic" })
      }
    }, "Pagination")
  }

  #artifact(draw: () => unknown, type: "Layout" | "Pagination" = "Layout"): void {
    this.document.markContent("Artifact", { type })
    draw()
    this.document.endMarkedContent()
  }
}
