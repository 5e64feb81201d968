import { type Block, plainText, tableOrContents, type Words } from "./blocks"
import { isInMain, isLabel, isMain, isTitle, isTrail, realLink, spannedBy } from "./html-parts"
import { type Look, type Styles, stylesOf } from "./html-styles"
import { attribute, childrenOf, type Element, hasInside, parseHtml, textOf } from "./html-tree"
import { countingOf, numeral } from "./numerals"

const SKIPPED =
  /^(?:script|style|head|template|noscript|svg|math|iframe|object|embed|canvas|audio|video|nav|button|select|textarea|datalist|map)$/
const BLOCKS =
  /^(?:address|article|aside|body|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|header|hgroup|hr|legend|main|p|pre|section|summary|caption|html)$/
const AROUND = /^(?:header|footer|aside)$/

type Context = Look & {
  href: string | undefined
  quotes: number
  lists: number
  level: number
  /** In a header that holds the title of the page, whose links are no menu. */
  titled?: true
}

/** What a page of HTML shows, in its order. Navigation, and what stands around a `main`, is left out. */
export function readHtml(source: string): Block[] {
  const document = parseHtml(source)
  const untitled = !hasInside(document, (element) => isMain(element) && hasInside(element, isTitle))
  const reader = new HtmlReader(stylesOf(document), hasInside(document, isMain), untitled)
  reader.walk(document, {
    bold: false,
    italic: false,
    href: undefined,
    quotes: 0,
    lists: 0,
    level: 0,
  })
  reader.flush()
  const title = textOf(document, "title").replace(/\s+/g, " ").trim()
  const headed = reader.blocks.some((block) => block.kind === "heading" && block.level < 3)
  if (!title || headed) return reader.blocks
  const start = reader.blocks[0]
  if (start && "words" in start && plainText(start.words).trim() === title) return reader.blocks
  return [{ kind: "heading", level: 1, words: [{ text: title }] }, ...reader.blocks]
}

class HtmlReader {
  blocks: Block[] = []
  #words: Words[] = []
  #now: Context | null = null
  #marker: string | null = null
  readonly #styles: Styles

  /** `untitled`: the main part has no title of its own, so that the header around it may hold it. */
  constructor(
    styles: Styles,
    readonly hasMain: boolean,
    readonly untitled: boolean,
  ) {
    this.#styles = styles
  }

  walk(parent: Parameters<typeof childrenOf>[0], context: Context): void {
    for (const child of childrenOf(parent)) {
      if ("value" in child) this.#text(child.value, context)
      else this.#element(child, context)
    }
  }

  /** Ends the paragraph that is being read. */
  flush(): void {
    const words = this.#words
    const context = this.#now
    this.#words = []
    this.#now = null
    if (!context || plainText(words).trim() === "") return
    const marker = this.#marker
    if (context.level > 0) {
      const numbered = marker && /[\p{L}\p{N}]/u.test(marker) ? [{ text: `${marker} ` }] : []
      this.blocks.push({ kind: "heading", level: context.level, words: [...numbered, ...words] })
    } else if (context.lists > 0) {
      this.blocks.push({ kind: "item", depth: context.lists - 1, marker: marker ?? "", words })
    } else if (context.quotes > 0) {
      this.blocks.push({ kind: "quote", words })
    } else this.blocks.push({ kind: "paragraph", words })
    this.#marker = context.lists > 0 ? "" : null
  }

  #text(value: string, context: Context): void {
    const last = this.#words.at(-1)?.text ?? ""
    const text = value.replace(/[ \t\r\n\f]+/g, " ")
    const joined = last === "" || /[\s]$/.test(last) ? text.replace(/^ /, "") : text
    if (joined === "") return
    this.#put(joined, context)
  }

  #put(text: string, context: Context): void {
    const { bold, italic, href } = context
    this.#now ??= context
    this.#words.push({ text, bold, italic, href })
  }

  #element(element: Element, outer: Context): void {
    const name = element.tagName
    const style = this.#styles.of(element)
    const isMenu =
      SKIPPED.test(name) || attribute(element, "role") === "navigation" || isTrail(element)
    if (style.hidden || (isMenu && !(outer.titled && name === "nav"))) return
    const titled = name === "header" && this.untitled && hasInside(element, isTitle)
    if (AROUND.test(name) && this.hasMain && !titled && outer.quotes + outer.lists === 0) {
      if (!hasInside(element, isMain) && !isInMain(element)) return
    }
    const context = {
      ...outer,
      ...(titled && { titled }),
      bold: style.bold ?? outer.bold,
      italic: style.italic ?? outer.italic,
    }
    const heading = /^h([1-6])$/.exec(name)
    if (heading) this.#block(element, { ...context, level: Number(heading[1]) })
    else if (Object.hasOwn(this.#ways, name)) this.#ways[name]?.(element, context)
    else if (style.item) {
      // Word writes the entries of its lists as paragraphs that hold their number.
      this.#item(element, "", { ...context, lists: style.item })
    } else if (BLOCKS.test(name) || style.block) this.#block(element, context)
    else this.walk(element, context)
  }

  /** Elements that are more than a paragraph or a stretch of words. */
  readonly #ways: Record<string, (element: Element, context: Context) => void> = {
    br: (_, context) => this.#put("\n", context),
    a: (element, context) => {
      const href = attribute(element, "href")
      this.walk(element, { ...context, href: href === null ? context.href : realLink(href) })
    },
    sup: (element, context) => this.#raised(element, context),
    input: (element, context) => {
      if (attribute(element, "type") !== "checkbox") return
      this.#put(attribute(element, "checked") === null ? "[ ] " : "[x] ", context)
    },
    blockquote: (element, context) =>
      this.#block(element, { ...context, quotes: context.quotes + 1 }),
    ul: (element, context) => this.#list(element, context),
    ol: (element, context) => this.#list(element, context),
    menu: (element, context) => this.#list(element, context),
    li: (element, context) =>
      this.#item(element, "-", { ...context, lists: Math.max(context.lists, 1) }),
    dl: (element, context) => this.#terms(element, context),
    table: (element, context) => this.#table(element, context),
    pre: (element) => this.#verbatim(element),
  }

  #block(element: Element, context: Context): void {
    this.flush()
    this.walk(element, context)
    this.flush()
  }

  /** A term stands in front of its one value: "Chair: Ana Lind". */
  #terms(list: Element, context: Context): void {
    this.flush()
    const parts = [...childrenOf(list)]
    const elements = parts.filter((part): part is Element => !("value" in part))
    let at = 0
    for (const part of parts) {
      if ("value" in part) {
        this.#text(part.value, context)
        continue
      }
      at += 1
      if (part.tagName === "div") this.#terms(part, context)
      else if (!/^d[dt]$/.test(part.tagName)) this.#element(part, context)
      else if (!this.#styles.of(part).hidden) this.walk(part, context)
      const text = plainText(this.#words).trimEnd()
      if (text === "" || !isLabel(part, elements[at], elements[at + 1])) this.flush()
      else this.#put(text.endsWith(":") ? " " : ": ", context)
    }
  }

  #list(element: Element, context: Context): void {
    this.flush()
    const styled = this.#styles.listOf(element)
    const lists = styled.depth ?? context.lists + 1
    const counting = countingOf(attribute(element, "type") ?? styled.counting)
    let count = Number.parseInt(attribute(element, "start") ?? "1", 10) || 1
    for (const child of childrenOf(element)) {
      if ("value" in child || child.tagName !== "li") {
        if ("value" in child) this.#text(child.value, { ...context, lists })
        else this.#element(child, { ...context, lists })
        continue
      }
      count = Number.parseInt(attribute(child, "value") ?? String(count), 10) || count
      const marker = element.tagName === "ol" ? `${numeral(count, counting)}.` : "-"
      this.#item(child, marker, { ...context, lists, level: 0 })
      count += 1
    }
    this.flush()
  }

  #item(element: Element, marker: string, context: Context): void {
    this.flush()
    this.#marker = marker
    this.walk(element, context)
    this.flush()
    this.#marker = null
  }

  #table(element: Element, context: Context): void {
    this.flush()
    const [blocks, marker] = [this.blocks, this.#marker]
    const rows: Block[][][] = []
    const cells = { ...context, lists: 0, quotes: 0, level: 0 }
    const read = (part: Element, found: Block[][] | null) => {
      for (const child of childrenOf(part)) {
        if ("value" in child) continue
        if (/^(?:thead|tbody|tfoot)$/.test(child.tagName)) read(child, null)
        else if (child.tagName === "tr") {
          const row: Block[][] = []
          rows.push(row)
          read(child, row)
        } else if (found || child.tagName === "caption") {
          this.blocks = []
          this.#marker = null
          this.#block(child, child.tagName === "th" ? { ...cells, bold: false } : cells)
          if (found) found.push(this.blocks, ...spannedBy(child))
          else rows.push([this.blocks])
        }
      }
    }
    read(element, null)
    this.blocks = blocks
    this.#marker = marker
    const [caption, ...body] = rows
    const captioned = caption?.length === 1 && (body[0]?.length ?? 1) > 1
    if (captioned) this.blocks.push(...caption.flat())
    this.blocks.push(...tableOrContents(captioned ? body : rows))
  }

  #verbatim(element: Element): void {
    this.flush()
    const text = textOf(element).replace(/^\n/, "").trimEnd()
    if (text) this.blocks.push({ kind: "verbatim", text })
  }

  /** A raised number that leads somewhere on the page is the mark of a footnote. */
  #raised(element: Element, context: Context): void {
    const text = textOf(element).trim()
    const leads = hasInside(element, (inner) => attribute(inner, "href")?.startsWith("#") ?? false)
    const mark = /^\[?(\d{1,3}|[a-z*†])\]?$/.exec(text)?.[1]
    if (leads && mark) this.#put(`[^${mark}]`, { ...context, href: undefined })
    else this.walk(element, context)
  }
}
