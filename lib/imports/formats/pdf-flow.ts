import { type Block, plainText, type Words } from "./blocks"
import { Hyphens } from "./hyphens"
import type { PdfLine } from "./pdf-lines"
import type { Placed } from "./pdf-order"

/** A column this narrow, in heights of its letters, is no running text but a list of short lines. */
const NARROWEST = 13

type Paragraph = { lines: Placed[]; heading: number }
const BULLET = /^(?:[-–—•◦▪■●‣·*\uf0b7\uf0a7]|o(?=\s))\s*(?=\S)/u
const NUMBER = /^(\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)])\s+/i

/** Paragraphs, list entries, headings and tables of lines that stand in reading order, page after page. */
export function flowOf(pages: readonly Placed[][]): Block[] {
  const lines = pages.flat()
  widen(lines)
  const hyphens = new Hyphens(lines.map(({ text }) => text))
  const body = usualSize(lines)
  const sizes = [
    ...new Set(lines.filter((line) => isLarge(line, body)).map(({ size }) => Math.round(size))),
  ]
  sizes.sort((a, b) => b - a)
  const levelOf = (line: Placed) =>
    isLarge(line, body) ? Math.min(sizes.indexOf(Math.round(line.size)) + 1, 4) : 0
  const blocks: Block[] = []
  const spacing = usualSpacing(pages)
  let open: Paragraph | null = null
  let table: Words[][][] | null = null
  const indents = new Indents()
  const close = () => {
    if (open) blocks.push(blockOf(open, hyphens, indents))
    open = null
    if (table) blocks.push({ kind: "table", rows: table })
    table = null
  }
  for (const page of pages) {
    for (const [index, line] of page.entries()) {
      if (line.cells) {
        if (!table) close()
        table ??= []
        table.push(line.cells.map((cell) => wordsOf(cell, hyphens)))
        continue
      }
      const heading: number = levelOf(line)
      const last: Placed | undefined = open?.lines.at(-1)
      if (
        open &&
        last &&
        open.heading === heading &&
        goesOn(open, last, line, index === 0, spacing)
      )
        open.lines.push(line)
      else {
        close()
        open = { lines: [line], heading }
      }
    }
  }
  close()
  return blocks
}

/** Columns that begin at one place are as wide as the widest of them, also on a page of short lines. */
function widen(all: readonly Placed[]): void {
  const lines = all.filter(({ among }) => among === "page")
  const widest = new Map<number, number>()
  const key = (line: Placed) => Math.round(line.columnLeft / 4)
  for (const line of lines)
    widest.set(key(line), Math.max(widest.get(key(line)) ?? 0, line.columnRight))
  for (const line of lines) line.columnRight = widest.get(key(line)) ?? line.columnRight
}

/** Letters this much larger than the text are those of a heading. */
const isLarge = (line: Placed, body: number) =>
  line.size > body * 1.12 && line.text.length <= 200 && !line.cells

/** The size that most letters have. */
function usualSize(lines: readonly Placed[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) {
    const key = Math.round(size * 2) / 2
    letters.set(key, (letters.get(key) ?? 0) + text.length)
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12
}

/** From one line to the next within a paragraph: what is usual, in heights of a letter. */
function usualSpacing(pages: readonly Placed[][]): number {
  const counts = new Map<number, number>()
  for (const page of pages) {
    for (const [index, line] of page.entries()) {
      const before = page[index - 1]
      const step = before ? (before.y - line.y) / line.size : 0
      if (step > 0.8 && step < 2.2) {
        const key = Math.round(step * 10) / 10
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1.2
}

/** Whether a line goes on with the paragraph before it, over the end of a column or page as well. */
function goesOn(
  open: Paragraph,
  last: Placed,
  line: Placed,
  turned: boolean,
  spacing: number,
): boolean {
  if (startsEntry(line) || line.among === "names" || last.among === "names") return false
  const small = /^\p{Ll}/u.test(line.text)
  const parted = small && /\p{L}[-\u00ad]$/u.test(last.text)
  // Where the first word of this line had found room on the last, its author ended that.
  const first = line.text.split(/\s/)[0] ?? ""
  const letter = (line.right - line.left) / Math.max(1, line.text.length)
  const narrow = last.columnRight - last.columnLeft < last.size * NARROWEST
  const ended =
    (narrow && !small) || last.right + letter * (first.length + 1) < last.columnRight - letter
  const elsewhere = turned || line.y >= last.y || line.columnLeft !== last.columnLeft
  if (elsewhere) {
    const torn = !/[.!?:;][)”"’]?$/.test(last.text) && open.heading === 0
    return torn && (small || (!ended && /^[\d(“"]/.test(line.text)))
  }
  if ((last.y - line.y) / line.size > spacing * 1.3) return false
  if (ended && !parted) return false
  const indented = line.left > last.left + line.size * 0.8 && open.lines.length > 1
  return !indented || startsEntry(open.lines[0] ?? last)
}

function startsEntry(line: Placed): boolean {
  return (
    BULLET.test(line.text) ||
    (NUMBER.test(line.text) && (line.marked || /^\(?(?:\d|\w[.)])/.test(line.text)))
  )
}

function blockOf({ lines, heading }: Paragraph, hyphens: Hyphens, indents: Indents): Block {
  const words = wordsOf(lines, hyphens)
  const [first] = lines
  const text = plainText(words)
  if (heading > 0) return { kind: "heading", level: heading, words }
  const bullet = BULLET.exec(text)
  const number = NUMBER.exec(text)
  if (!first || (!bullet && !number)) {
    indents.end()
    return { kind: "paragraph", words }
  }
  const mark = (bullet ?? number)?.[0] ?? ""
  const marker = bullet ? "-" : (number?.[1] ?? "")
  return {
    kind: "item",
    depth: indents.depthAt(first.left),
    marker,
    words: without(words, mark.length),
  }
}

/** How deep an entry stands, by where the entries before it began. */
class Indents {
  #open: number[] = []

  depthAt(left: number): number {
    while (this.#open.length > 0 && left < (this.#open.at(-1) ?? 0) - 3) this.#open.pop()
    if (this.#open.length === 0 || left > (this.#open.at(-1) ?? 0) + 6) this.#open.push(left)
    return this.#open.length - 1
  }

  end(): void {
    this.#open = []
  }
}

/** The words of lines behind one another; a word that was parted at the end of a line is whole again. */
function wordsOf(lines: readonly PdfLine[], hyphens: Hyphens): Words[] {
  const all: Words[] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (before) {
      const end = hyphens.between(before.text, line.text)
      if (end === "drop") all.push(...lastLetterOff(all.splice(-1)))
      else if (end === "space") all.push({ text: " " })
    }
    all.push(...trimmedEnds(line.words))
  }
  return all
}

function lastLetterOff(words: Words[]): Words[] {
  return words.map((each) => ({ ...each, text: each.text.trimEnd().slice(0, -1) }))
}

function trimmedEnds(words: readonly Words[]): Words[] {
  return words.map((each, index) => {
    const start = index === 0 ? each.text.trimStart() : each.text
    return { ...each, text: index === words.length - 1 ? start.trimEnd() : start }
  })
}

/** Words without so many characters at their start. */
function without(words: readonly Words[], count: number): Words[] {
  let left = count
  return words.flatMap((each) => {
    const text = each.text.slice(left)
    left = Math.max(0, left - each.text.length)
    return text ? [{ ...each, text }] : []
  })
}
