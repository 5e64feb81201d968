import type { MinutesText } from "./model"

/** Where the links of a text point, each once, in reading order. */
export function linksIn(text: MinutesText): string[] {
  const found = new Set<string>()
  for (const id of text.order) collect(text.sections[id], found)
  return [...found]
}

function collect(node: unknown, into: Set<string>): void {
  if (Array.isArray(node)) for (const each of node) collect(each, into)
  if (typeof node !== "object" || node === null || Array.isArray(node)) return
  const { marks, content } = node as { marks?: unknown; content?: unknown }
  for (const mark of Array.isArray(marks) ? marks : []) {
    if (mark.type === "link") into.add(String(mark.attrs.href))
  }
  collect(content, into)
}
