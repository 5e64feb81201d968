/** The people whom rich text mentions, however deep. */
export function namedIn(content: unknown): Set<string> {
  if (Array.isArray(content)) return new Set(content.flatMap((one) => [...namedIn(one)]))
  if (typeof content !== "object" || content === null) return new Set()
  const { type, attrs } = content as { type?: unknown; attrs?: { personId?: unknown } }
  if (type === "mention")
    return new Set(typeof attrs?.personId === "string" ? [attrs.personId] : [])
  return namedIn(Object.values(content))
}
