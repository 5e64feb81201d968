import { attribute, childrenOf, type Element, type parseHtml, textOf } from "./html-tree"

type Parent = ReturnType<typeof parseHtml>
export type Look = { bold: boolean; italic: boolean }
export type Style = {
  bold?: boolean
  italic?: boolean
  hidden?: boolean
  block?: boolean
  /** The depth, from 1, of an entry of a list that Word wrote as a paragraph. */
  item?: number
}

const BY_NAME: Record<string, Style> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  dfn: { italic: true },
}

/** How the elements of a page look, as far as it matters for its text. */
export type Styles = {
  of: (element: Element) => Style
  listOf: (list: Element) => { depth?: number; counting?: string | undefined }
}

/** Reads the classes of a page's style sheets: word processors put their emphasis there. */
export function stylesOf(page: Parent): Styles {
  const sheet = allSheets(page).slice(0, 500_000)
  const classes = new Map<string, Style>()
  for (const [, name, body] of sheet.matchAll(/\.([\w-]{1,60})\s*\{([^{}]{0,2000})\}/g)) {
    if (name) classes.set(name, { ...classes.get(name), ...declared(body ?? "") })
  }
  const counting = new Map<string, string>()
  for (const [, name, how] of sheet.matchAll(
    /\.(lst-[\w-]{1,60})\s*>\s*li:before\s*\{\s*content:[^{}]{0,80}counter\([^,(){}]{1,80},\s*([\w-]{1,20})\)/g,
  )) {
    if (name && how) counting.set(name, how)
  }
  const classesOf = (element: Element) =>
    (attribute(element, "class") ?? "").split(/\s+/).filter(Boolean)
  return {
    of: (element) => ({
      ...BY_NAME[element.tagName],
      ...Object.assign({}, ...classesOf(element).map((name) => classes.get(name))),
      ...declared(attribute(element, "style") ?? ""),
      ...(attribute(element, "hidden") === null ? {} : { hidden: true }),
    }),
    listOf: (list) => {
      const name = classesOf(list).find((each) => each.startsWith("lst-"))
      const level = /-(\d)$/.exec(name ?? "")?.[1]
      return {
        ...(level ? { depth: Number(level) + 1 } : {}),
        counting: counting.get(name ?? ""),
      }
    },
  }
}

function declared(css: string): Style {
  const style: Style = {}
  const weight = /font-weight:\s*(\w+)/i.exec(css)?.[1]
  if (weight) style.bold = /^(?:bold|bolder|[6-9]00)$/i.test(weight)
  const slope = /font-style:\s*(\w+)/i.exec(css)?.[1]
  if (slope) style.italic = /^(?:italic|oblique)$/i.test(slope)
  if (/(?:^|;|\s)display:\s*none|visibility:\s*hidden|mso-hide:\s*all/i.test(css))
    style.hidden = true
  if (/(?:^|;|\s)display:\s*(?:block|flex|grid|list-item)\b/i.test(css)) style.block = true
  const level = /mso-list:\s{0,20}\S{1,60}\s{1,20}level(\d)/i.exec(css)?.[1]
  if (level) style.item = Number(level)
  return style
}

function allSheets(parent: Parent): string {
  let sheets = ""
  for (const child of childrenOf(parent)) {
    if ("value" in child) continue
    sheets += child.tagName === "style" ? textOf(child) : allSheets(child)
  }
  return sheets
}
