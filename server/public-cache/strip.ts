import { createHash } from "node:crypto"
import {
  parse,
  serialize,
  type DefaultTreeAdapterTypes as Tree,
  defaultTreeAdapter as tree,
} from "parse5"

/** The one script that a public page may run. */
export const localTimeScript = "/static/local-time.js"

export interface Document {
  html: string
  /** Hashes of the inline styles, as a policy writes them. */
  styles: string[]
  /** When the page is no longer true although nothing was changed; null when never. */
  until: Date | null
}

/**
 * A finished page without the framework's script: its runtime, its flight data, the hints to fetch
 * them, and the marks it leaves for itself. Text, links, style sheet, typeface and structured data
 * stay. Throws when the page is not finished, because a part of it was still to be streamed in.
 */
export function stripRuntime(source: string): Document {
  const document = parse(source)
  const found: Document = { html: "", styles: [], until: null }
  visit(document, found)
  return { ...found, html: serialize(document) }
}

const value = (element: Tree.Element, name: string) =>
  element.attrs.find((attribute) => attribute.name === name)?.value

function visit(parent: Tree.ParentNode, found: Document): void {
  for (const node of [...parent.childNodes]) {
    if (tree.isCommentNode(node)) tree.detachNode(node)
    if (!tree.isElementNode(node)) continue
    if (node.tagName === "template" || /^[BPS]:/.test(value(node, "id") ?? ""))
      throw new Error("the page is not finished: a part of it would be put in by script")
    visit(node, found)
    if (isUntil(node)) found.until = new Date(value(node, "content") ?? "")
    if (isOfTheFramework(node)) tree.detachNode(node)
    else if (node.tagName === "style") found.styles.push(hashOf(node))
    node.attrs = node.attrs.filter(({ name }) => name !== "nonce" && name !== "data-precedence")
  }
}

function isUntil(element: Tree.Element): boolean {
  return element.tagName === "meta" && value(element, "name") === "rapporteur-until"
}

function isOfTheFramework(element: Tree.Element): boolean {
  switch (element.tagName) {
    case "script":
      return (
        value(element, "type") !== "application/ld+json" &&
        value(element, "src") !== localTimeScript
      )
    case "link": {
      const rel = value(element, "rel")
      return (
        rel === "modulepreload" ||
        rel === "prefetch" ||
        (rel === "preload" && value(element, "as") !== "font")
      )
    }
    case "meta":
      return isUntil(element) || value(element, "name") === "next-size-adjust"
    case "div":
      return value(element, "hidden") !== undefined && element.childNodes.length === 0
    default:
      return false
  }
}

function hashOf(style: Tree.Element): string {
  const text = style.childNodes.map((node) => (tree.isTextNode(node) ? node.value : "")).join("")
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`
}
