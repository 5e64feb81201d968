import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5"
import { NotReadable } from "./blocks"

export type Element = DefaultTreeAdapterTypes.Element
type Parent = DefaultTreeAdapterTypes.ParentNode
type Text = DefaultTreeAdapterTypes.TextNode

/** What is nested deeper than this was made to break readers. Browsers stop at half of it. */
const DEEPEST = 1000

/** A page as a tree. Throws `NotReadable` when it is nested too deep to be anybody's text. */
export function parseHtml(source: string): Parent {
  const depths = new WeakMap<object, number>()
  const deeper = (parent: Parent, child: object) => {
    const depth = (depths.get(parent) ?? 0) + 1
    if (depth > DEEPEST) throw new NotReadable("too-nested")
    depths.set(child, depth)
  }
  return parse(source, {
    treeAdapter: {
      ...defaultTreeAdapter,
      appendChild(parent, child) {
        deeper(parent, child)
        defaultTreeAdapter.appendChild(parent, child)
      },
      insertBefore(parent, child, before) {
        deeper(parent, child)
        defaultTreeAdapter.insertBefore(parent, child, before)
      },
    },
  })
}

/** Elements and texts of an element in their order. */
export function* childrenOf(parent: Parent): Generator<Element | Text> {
  for (const child of parent.childNodes) {
    if (child.nodeName === "#text") yield child as Text
    else if ("tagName" in child) yield child
  }
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null
}

/** All text of an element, or of the first element of a name in it. */
export function textOf(parent: Parent, name?: string): string {
  const from = name ? firstInside(parent, (element) => element.tagName === name) : parent
  if (!from) return ""
  let text = ""
  for (const child of childrenOf(from)) {
    if ("value" in child) text += child.value
    else text += child.tagName === "br" ? "\n" : textOf(child)
  }
  return text
}

/** Whether an element of some kind stands anywhere in a tree. */
export function hasInside(parent: Parent, is: (element: Element) => boolean): boolean {
  return firstInside(parent, is) !== null
}

function firstInside(parent: Parent, is: (element: Element) => boolean): Element | null {
  for (const child of childrenOf(parent)) {
    if ("value" in child) continue
    if (is(child)) return child
    const inside = firstInside(child, is)
    if (inside) return inside
  }
  return null
}
