/** Whoever is mentioned is named by words alone. */
export function withoutRecords<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(withoutRecords) as Part
  if (typeof part !== "object" || part === null) return part
  const node = part as Record<string, unknown>
  if (node.type === "mention") {
    const { label } = node.attrs as { label: string }
    const { attrs: _, ...rest } = node
    return { ...rest, type: "text", text: `@${label}` } as Part
  }
  const entries = Object.entries(node).map(([key, value]) => [key, withoutRecords(value)])
  return Object.fromEntries(entries) as Part
}
