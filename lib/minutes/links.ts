import type { MinutesText } from "./model"

/** Where the links of a text point, each once, in reading order. */
export function linksIn(text: MinutesText): string[] {
  return [...new Set(text.order.flatMap((id) => hrefsUnder(text.sections[id])))]
}

/** Where the links of a node and of all below it point, in reading order, each as often as it stands there. */
export function hrefsUnder(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(hrefsUnder)
  if (typeof node !== "object" || node === null) return []
  const { marks, content } = node as { marks?: unknown; content?: unknown }
  const own = (Array.isArray(marks) ? marks : []).flatMap((mark) =>
    mark.type === "link" ? [String(mark.attrs.href)] : [],
  )
  return [...own, ...hrefsUnder(content)]
}
