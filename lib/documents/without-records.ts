import { leadsToDesk } from "@/lib/links/desk-address"

/** Whoever is mentioned is named by words alone, and what leads to the desk is words. */
export function withoutRecords<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(withoutRecords) as Part
  if (typeof part !== "object" || part === null) return part
  const { marks, ...node } = part as Record<string, unknown>
  const looks = Array.isArray(marks) ? { marks: marks.filter((mark) => !isInside(mark)) } : {}
  const shown = { ...node, ...(looks.marks?.length === 0 ? {} : looks) }
  if (node.type === "mention") {
    const { label } = node.attrs as { label: string }
    const { attrs: _, ...rest } = shown as Record<string, unknown>
    return { ...rest, type: "text", text: `@${label}` } as Part
  }
  const entries = Object.entries(shown).map(([key, value]) => [key, withoutRecords(value)])
  return Object.fromEntries(entries) as Part
}

const isInside = ({ type, attrs }: { type: string; attrs?: { href?: unknown } }) =>
  type === "link" && leadsToDesk(String(attrs?.href))
