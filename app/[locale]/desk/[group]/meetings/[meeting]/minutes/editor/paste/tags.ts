import { type Source, type SourceElement, styleOf } from "./source"

/** Never shown, or never words: what stands inside is no part of the text. */
export const unseen = new Set(
  "head style script noscript template title meta link xml iframe object canvas audio video svg math".split(
    " ",
  ),
)
/** Elements that begin a line of their own. */
export const blocks = new Set(
  (
    "html body p div section article header footer main aside nav address figure figcaption fieldset form dl dt dd " +
    "details summary center pre h1 h2 h3 h4 h5 h6 ul ol menu dir li blockquote table thead tbody tfoot tr td th caption hr"
  ).split(" "),
)

/** Whether the reader of the source did not see it. */
export function isHidden(element: SourceElement): boolean {
  if (unseen.has(element.tag) || element.attribute("hidden") !== null) return true
  if (element.tag.startsWith("w:") || element.tag.startsWith("m:")) return true
  const style = styleOf(element)
  const isFlat = /^0(px|pt|em)?$/
  return (
    style.get("display") === "none" ||
    style.get("visibility") === "hidden" ||
    style.get("mso-hide") === "all" ||
    isFlat.test(style.get("font-size") ?? "") ||
    (isFlat.test(style.get("max-height") ?? "") && style.get("overflow") === "hidden")
  )
}

/** What an element says of its letters; undefined where it says nothing and the outside counts. */
export function emphasis(element: SourceElement): { bold?: boolean; italic?: boolean } {
  const style = styleOf(element)
  const weight = style.get("font-weight")
  const slope = style.get("font-style")
  const { tag } = element
  const bold =
    weight !== undefined
      ? /^(bold|bolder|[6-9]00)$/.test(weight)
      : /^(b|strong|h[1-6]|th)$/.test(tag) || undefined
  const italic =
    slope !== undefined ? /^(italic|oblique)/.test(slope) : /^(i|em)$/.test(tag) || undefined
  return { bold, italic }
}

/** Rows of a table with the cells of each, or null when it only places things on a page. */
export function rowsOf(table: SourceElement): SourceElement[][] | null {
  const rows: SourceElement[][] = []
  const isRow = (parts: Source[]): boolean =>
    parts.every((part) => {
      if (part.kind === "text") return part.text.trim() === ""
      if (/^(thead|tbody|tfoot)$/.test(part.tag)) return isRow(part.children())
      if (/^(colgroup|col)$/.test(part.tag)) return true
      if (part.tag !== "tr") return false
      const cells = part.children().filter((cell) => cell.kind === "element")
      rows.push(cells)
      return cells.every(({ tag }) => tag === "td" || tag === "th")
    })
  const isData =
    isRow(table.children()) &&
    table.attribute("role") !== "presentation" &&
    rows.some((cells) => cells.length > 1) &&
    !rows.flat().some(holdsBlocks)
  return isData ? rows : null
}

function holdsBlocks(element: SourceElement): boolean {
  return element
    .children()
    .some(
      (part) =>
        part.kind === "element" &&
        (/^(table|ul|ol|blockquote|h[1-6])$/.test(part.tag) || holdsBlocks(part)),
    )
}
