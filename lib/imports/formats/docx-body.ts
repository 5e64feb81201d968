import { type Block, tableOrContents, type Words } from "./blocks"
import type { Lists } from "./docx-lists"
import { type DocxStyle, isOn } from "./docx-styles"
import { readXml, type Tag } from "./xml"

/** What the parts of a document have in common. */
export type DocxContext = {
  styles: (id: string | undefined) => DocxStyle
  lists: Lists
  /** Addresses of links by their ids in this part. */
  links: ReadonlyMap<string, string>
  /** The mark of a footnote or endnote, such as "1". */
  markOf: (kind: "footnote" | "endnote", id: string) => string
  /** Is handed the rows of each table, cell by cell, as it ends. */
  onTable?: (rows: Block[][][]) => void
}

type Paragraph = {
  words: Words[]
  style: string | undefined
  list: string | null
  depth: number | null
  outline: number | null
}
type Table = { rows: Block[][][]; outer: Block[] }
type Field = { instruction: string; shown: boolean; href: string | undefined }

/** What is not shown: deleted text, what was moved away, and what is given once more for old readers. */
const HIDDEN = /^(?:w:del|w:moveFrom|mc:Fallback|w:rPrChange|w:pPrChange|w:sectPr)$/

/** Reads a part of a document, with one list of blocks for each element of the name `per`. */
export function readBody(xml: Uint8Array, per: string, context: DocxContext): Map<string, Block[]> {
  const parts = new Map<string, Block[]>()
  const body = new Body(context)
  readXml(xml, {
    open(tag) {
      if (tag.name === per && body.idle) {
        const skipped = /^(?:separator|continuation)/.test(tag.attributes["w:type"] ?? "")
        body.blocks = []
        if (!skipped) parts.set(tag.attributes["w:id"] ?? "", body.blocks)
      } else body.open(tag)
    },
    close: (name) => body.close(name),
    text: (text) => body.text(text),
  })
  return parts
}

class Body {
  blocks: Block[] = []
  readonly #context: DocxContext
  readonly #paragraphs: Paragraph[] = []
  readonly #tables: Table[] = []
  readonly #fields: Field[] = []
  readonly #links: (string | undefined)[] = []
  #look = { bold: false, italic: false, hidden: false }
  #inRun = false
  #collects: "text" | "instruction" | null = null
  #hidden = 0

  constructor(context: DocxContext) {
    this.#context = context
  }

  /** Whether nothing is open that a paragraph or table could still be part of. */
  get idle(): boolean {
    return this.#paragraphs.length === 0 && this.#tables.length === 0
  }

  open({ name, attributes }: Tag): void {
    if (HIDDEN.test(name) || this.#hidden > 0) {
      this.#hidden += 1
      return
    }
    const value = attributes["w:val"]
    const paragraph = this.#paragraphs.at(-1)
    switch (name) {
      case "w:p":
        this.#paragraphs.push({
          words: [],
          style: undefined,
          list: null,
          depth: null,
          outline: null,
        })
        return
      case "w:r":
        this.#inRun = true
        this.#look = { bold: false, italic: false, hidden: false }
        return
      case "w:t":
        this.#collects = "text"
        return
      case "w:instrText":
        this.#collects = "instruction"
        return
      case "w:tab":
        if (this.#inRun) this.#put("\t")
        return
      case "w:br":
      case "w:cr":
        this.#put("\n")
        return
      case "w:noBreakHyphen":
        this.#put("-")
        return
      case "w:sym":
        this.#put(symbol(attributes["w:char"]))
        return
      case "w:footnoteReference":
      case "w:endnoteReference": {
        const kind = name === "w:footnoteReference" ? "footnote" : "endnote"
        this.#put(`[^${this.#context.markOf(kind, attributes["w:id"] ?? "")}]`)
        return
      }
      case "w:hyperlink":
        this.#links.push(this.#context.links.get(attributes["r:id"] ?? ""))
        return
      case "w:fldSimple":
        this.#links.push(addressIn(attributes["w:instr"] ?? ""))
        return
      case "w:fldChar":
        this.#field(attributes["w:fldCharType"] ?? "")
        return
      case "w:tbl":
        this.#tables.push({ rows: [], outer: this.blocks })
        return
      case "w:tr":
        this.#tables.at(-1)?.rows.push([])
        return
      case "w:tc":
        this.blocks = []
        return
      case "w:b":
      case "w:i":
        if (this.#inRun) this.#look[name === "w:b" ? "bold" : "italic"] = isOn(value)
        return
      case "w:vanish":
        if (this.#inRun) this.#look.hidden = isOn(value)
        return
      case "w:rStyle": {
        const { bold = false, italic = false } = this.#context.styles(value)
        this.#look = { ...this.#look, bold, italic }
        return
      }
      case "w:pStyle":
        if (paragraph) paragraph.style = value
        return
      case "w:numId":
        if (paragraph) paragraph.list = value ?? null
        return
      case "w:ilvl":
        if (paragraph) paragraph.depth = Number(value) || 0
        return
      case "w:outlineLvl":
        if (paragraph && Number(value) < 9) paragraph.outline = Number(value) + 1
        return
      default:
    }
  }

  close(name: string): void {
    if (this.#hidden > 0) {
      this.#hidden -= 1
      return
    }
    if (name === "w:p") {
      const paragraph = this.#paragraphs.pop()
      if (paragraph) this.#finish(paragraph)
    } else if (name === "w:r") this.#inRun = false
    else if (name === "w:t" || name === "w:instrText") this.#collects = null
    else if (name === "w:hyperlink" || name === "w:fldSimple") this.#links.pop()
    else if (name === "w:tc") {
      this.#tables.at(-1)?.rows.at(-1)?.push(this.blocks)
      this.blocks = []
    } else if (name === "w:tbl") {
      const table = this.#tables.pop()
      if (!table) return
      this.#context.onTable?.(table.rows)
      table.outer.push(...tableOrContents(table.rows))
      this.blocks = table.outer
    }
  }

  text(text: string): void {
    if (this.#hidden > 0) return
    if (this.#collects === "text") this.#put(text)
    const field = this.#fields.at(-1)
    if (this.#collects === "instruction" && field) field.instruction += text
  }

  #put(text: string): void {
    const { bold, italic, hidden } = this.#look
    if (hidden || text === "") return
    const href = this.#links.at(-1) ?? this.#fields.findLast((field) => field.shown)?.href
    this.#paragraphs.at(-1)?.words.push({ text, bold, italic, href })
  }

  /** Fields of many runs: an instruction, a separator, what is shown, an end. */
  #field(type: string): void {
    const field = this.#fields.at(-1)
    if (type === "begin") this.#fields.push({ instruction: "", shown: false, href: undefined })
    else if (type === "end") this.#fields.pop()
    else if (type === "separate" && field) {
      field.shown = true
      field.href = addressIn(field.instruction)
    }
  }

  #finish({ words, style: id, list: own, depth, outline }: Paragraph): void {
    const style = this.#context.styles(id)
    const list = own ?? style.list ?? null
    const level = outline ?? style.heading ?? 0
    const shown = words.some(({ text }) => text.trim() !== "")
    if (!shown) return
    const at = Math.min(depth ?? style.depth ?? 0, 8)
    const marker = list === null || list === "0" ? null : this.#context.lists.next(list, at)
    if (level > 0) {
      const numbered = marker && marker !== "-" ? [{ text: `${marker} ` }] : []
      this.blocks.push({ kind: "heading", level, words: [...numbered, ...words] })
    } else if (marker === null) this.blocks.push({ kind: "paragraph", words })
    else this.blocks.push({ kind: "item", depth: at, marker: marker || "-", words })
  }
}

const addressIn = (instruction: string) => /^\s*HYPERLINK\s+"([^"]{1,2000})"/.exec(instruction)?.[1]

/** Characters of symbol fonts that mean something in minutes: boxes to tick; the rest are bullets. */
function symbol(code: string | undefined): string {
  const value = Number.parseInt(code ?? "", 16)
  if (Number.isNaN(value)) return ""
  const low = value & 0xff
  if ([0xfe, 0xfd, 0x52, 0x53].includes(low)) return "[x]"
  if ([0xa8, 0x6f, 0x71].includes(low)) return "[ ]"
  return value < 0xe000 && value > 0xff ? String.fromCodePoint(value) : "•"
}
