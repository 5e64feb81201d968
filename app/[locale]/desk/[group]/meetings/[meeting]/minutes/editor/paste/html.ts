import type { Mark } from "@/lib/minutes/model"
import { addText, cleanText, type Level, type Line, trimEnd } from "./lines"
import { linkTarget } from "./links"
import type { Source, SourceElement } from "./source"
import { blocks, emphasis, isHidden, rowsOf } from "./tags"
import { countOf, isWordMark, wordItem } from "./word-list"

/** What holds around a place: how letters look, where they lead, the lists and the quote. */
type Place = {
  /** Headings become bold lines, however light their letters were. */
  heading: boolean
  bold: boolean
  italic: boolean
  href: string | null
  path: Level[]
  quote: number | null
  pre: boolean
}

const marksOf = ({ bold, italic, href }: Place): Mark[] => [
  ...(href === null ? [] : [{ type: "link" as const, attrs: { href } }]),
  ...(bold ? [{ type: "bold" as const }] : []),
  ...(italic ? [{ type: "italic" as const }] : []),
]

function inner(outside: Place, element: SourceElement): Place {
  const { bold = outside.bold, italic = outside.italic } = emphasis(element)
  const heading = outside.heading || /^h[1-6]$/.test(element.tag)
  return { ...outside, heading, bold: bold || heading, italic }
}

/** Reads what is pasted into lines. Every visible word is in one of them, in the order of the source. */
class Reader {
  readonly lines: Line[] = []
  private line: Line = { content: [], path: [], quote: null }
  private breaks = 0
  private count = 0
  /** The lists of Word that the last paragraph was in, from the outside. */
  private word: { id: string; levels: Level[] } = { id: "", levels: [] }

  end(place: Pick<Place, "path" | "quote">) {
    const content = trimEnd(this.line.content)
    if (content.length > 0) this.lines.push({ ...this.line, content })
    this.line = { content: [], path: place.path, quote: place.quote }
    this.breaks = 0
  }

  read(sources: Source[], place: Place) {
    for (const source of sources) {
      if (source.kind === "text") this.text(source.text, place)
      else if (!isHidden(source)) this.element(source, place)
    }
  }

  private text(written: string, place: Place) {
    const parts = place.pre ? written.split(/\r\n?|\n/) : [written]
    for (const [at, part] of parts.entries()) {
      if (at > 0) this.lineBreak(place)
      if (cleanText(part).trim() !== "") this.breaks = 0
      addText(this.line.content, part, marksOf(place))
    }
  }

  /** One break is a break; two leave a blank line, which is the end of a paragraph. */
  private lineBreak(place: Place) {
    this.breaks++
    if (this.breaks > 1) this.end(place)
    else if (this.line.content.length > 0) {
      this.line.content = [...trimEnd(this.line.content), { type: "hardBreak" }]
    }
  }

  private element(element: SourceElement, outside: Place) {
    const { tag } = element
    const place = { ...inner(outside, element), pre: outside.pre || tag === "pre" }
    if (tag === "br") return this.lineBreak(place)
    if (tag === "img") return this.text(` ${element.attribute("alt") ?? ""} `, place)
    if (tag === "a") place.href = linkTarget(element.attribute("href"))
    if (isWordMark(element) && place.path.length > 0) return
    if (!blocks.has(tag)) return this.read(element.children(), place)
    const inside = this.around(element, place)
    this.end(inside)
    const rows = tag === "table" ? rowsOf(element) : null
    if (rows) this.table(rows, inside)
    else this.read(element.children(), inside)
    this.end(outside)
  }

  /** The lists and the quote in which the inside of a block stands. */
  private around(element: SourceElement, place: Place): Place {
    const { tag } = element
    if (tag === "blockquote") return { ...place, path: [], quote: this.count++ }
    if (tag === "ul" || tag === "ol" || tag === "menu" || tag === "dir") {
      const written = Number.parseInt(element.attribute("start") ?? "1", 10)
      const start = written >= 0 && written <= 9_999 ? written : 1
      // Item -1 says that none has begun: a list right inside a list belongs to the item before it.
      const level = { list: this.count++, item: -1, ordered: tag === "ol", start }
      return { ...place, path: [...place.path, level] }
    }
    if (tag === "li") return { ...place, path: this.nextItem(place.path) }
    const item = wordItem(element)
    if (item) return { ...place, path: this.wordPath(item) }
    if (tag === "p" || /^h[1-6]$/.test(tag)) this.word = { id: "", levels: [] }
    return place
  }

  private nextItem(path: Level[]): Level[] {
    const last = path.at(-1) ?? { list: this.count++, item: -1, ordered: false, start: 1 }
    // The list remembers its item, for a list that follows it without standing in it.
    last.item = this.count++
    return [...path.slice(0, -1).map((level) => ({ ...level })), { ...last }]
  }

  private wordPath({ list, level, mark }: NonNullable<ReturnType<typeof wordItem>>): Level[] {
    const { levels } = this.word.id === list ? this.word : { levels: [] }
    const path = levels.slice(0, level)
    while (path.length < level) {
      const isOwn = path.length === level - 1
      const counts = isOwn ? countOf(mark) : { ordered: false, start: 1 }
      path.push({ list: this.count++, item: this.count++, ...counts })
    }
    const own = path.at(-1)
    if (own) path[level - 1] = { ...own, item: this.count++ }
    this.word = { id: list, levels: path }
    return path
  }

  private table(rows: SourceElement[][], place: Place) {
    for (const row of rows) {
      const cells = row.filter((cell) => !isHidden(cell))
      const isBlank = !cells.some(hasWords)
      for (const [at, cell] of isBlank ? [] : cells.entries()) {
        if (at > 0) {
          this.line.content = trimEnd(this.line.content)
          addText(this.line.content, at === 1 && this.line.content.length === 0 ? "| " : " | ", [])
        }
        this.cell(cell.children(), inner(place, cell))
      }
      this.end(place)
    }
  }

  /** The words of a cell stay in one line. */
  private cell(sources: Source[], place: Place) {
    for (const source of sources) {
      if (source.kind === "text") this.text(source.text, { ...place, pre: false })
      else if (source.tag === "br") this.text(" ", place)
      else if (source.tag === "img") this.element(source, place)
      else if (!isHidden(source)) {
        const space = blocks.has(source.tag) ? " " : ""
        const inside = inner(place, source)
        if (source.tag === "a") inside.href = linkTarget(source.attribute("href"))
        this.text(space, place)
        this.cell(source.children(), inside)
        this.text(space, place)
      }
    }
  }
}

function hasWords(source: Source): boolean {
  if (source.kind === "text") return cleanText(source.text).trim() !== ""
  const alt = source.tag === "img" ? source.attribute("alt") : null
  return !isHidden(source) && (Boolean(alt?.trim()) || source.children().some(hasWords))
}

/** The lines of a piece of HTML, cleaned; blank ones are dropped. */
export function linesOfHtml(sources: Source[]): Line[] {
  const reader = new Reader()
  const place = {
    heading: false,
    bold: false,
    italic: false,
    href: null,
    path: [],
    quote: null,
    pre: false,
  }
  reader.read(sources, place)
  reader.end(place)
  return reader.lines
}
