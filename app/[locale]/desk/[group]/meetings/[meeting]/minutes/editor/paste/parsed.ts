import { type DefaultTreeAdapterTypes, parse } from "parse5"
import type { Source } from "./source"

/** HTML as the tests read it, where there is no browser to do it. */
export function parsed(html: string): Source[] {
  return parse(html).childNodes.flatMap(fromTree)
}

function fromTree(node: DefaultTreeAdapterTypes.ChildNode): Source[] {
  if (node.nodeName === "#text") {
    return [{ kind: "text", text: (node as DefaultTreeAdapterTypes.TextNode).value }]
  }
  if (!("attrs" in node)) return []
  return [
    {
      kind: "element",
      tag: node.tagName,
      attribute: (name) => node.attrs.find((attribute) => attribute.name === name)?.value ?? null,
      children: () => node.childNodes.flatMap(fromTree),
    },
  ]
}
