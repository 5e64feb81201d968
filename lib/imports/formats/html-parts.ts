import type { Block } from "./blocks"
import { attribute, childrenOf, type Element, textOf } from "./html-tree"

/** Whether an element is the main part of its page. */
export function isMain(element: Element): boolean {
  return element.tagName === "main" || attribute(element, "role") === "main"
}

/** Whether an element is the title of its page. */
export function isTitle({ tagName }: Element): boolean {
  return tagName === "h1"
}

/** Whether an element stands in the main part of its page. */
export function isInMain(element: Element): boolean {
  for (let up = element.parentNode; up && "parentNode" in up; up = up.parentNode)
    if (isMain(up as Element)) return true
  return false
}

/** Whether an element is the way from the first page of a site to this one, which its pages show above. */
export function isTrail(element: Element): boolean {
  const names = `${attribute(element, "id") ?? ""} ${attribute(element, "class") ?? ""}`
  return names.length < 200 && /\bbread-?crumbs?\b/i.test(names)
}

/** More than this behind a term is a text of its own. */
const LONGEST_VALUE = 600
const INLINE = /^(?:a|abbr|b|br|code|em|i|q|small|span|strong|sub|sup|time|u)$/

/** Whether a term of a list of definitions and the one plain value behind it read as "Chair: Ana Lind". */
export function isLabel(
  term: Element,
  value: Element | undefined,
  next: Element | undefined,
): boolean {
  if (term.tagName !== "dt" || value?.tagName !== "dd" || next?.tagName === "dd") return false
  const plain = [...childrenOf(value)].every(
    (child) => "value" in child || INLINE.test(child.tagName),
  )
  return plain && textOf(value).length <= LONGEST_VALUE
}

/** Where a link really leads: some editors send every link through an address of their own. */
export function realLink(href: string): string | undefined {
  const through = /^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?(?:.*&)?q=(https?[^&]+)/.exec(
    href,
  )?.[1]
  if (through) {
    try {
      return decodeURIComponent(through)
    } catch {
      return through
    }
  }
  // A link to another place of the same page leads nowhere from here.
  return href.startsWith("#") && href !== "#" ? undefined : href
}

/** The empty cells that a head over several columns stands above: "Present" over two, "Excused" over one. */
export function spannedBy(cell: Element): Block[][] {
  const span = cell.tagName === "th" ? Number(attribute(cell, "colspan") ?? 1) : 1
  return Array.from({ length: span > 1 && span <= MOST_SPANNED ? span - 1 : 0 }, () => [])
}

const MOST_SPANNED = 12
