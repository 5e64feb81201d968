/** JSON that two programs could read as two things, and at what. */
export class AmbiguousJson extends Error {
  override name = "AmbiguousJson"
  constructor(readonly at: string) {
    super(`JSON that may be read in several ways, at ${at}`)
  }
}

/**
 * Reads JSON as I-JSON (RFC 7493) asks, so that what is hashed is what stands there: no field twice in one
 * object, no number that loses digits, no half of a surrogate pair. Throws `AmbiguousJson` for these, and
 * `SyntaxError` for what is no JSON.
 */
export function parseStrictJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  // The text is valid from here on, so that its tokens alone have to be looked at.
  const open: (Set<string> | null)[] = []
  let mayBeKey = false
  for (const [token] of text.matchAll(tokens)) {
    const fields = open.at(-1)
    if (token === "{") open.push(new Set())
    else if (token === "[") open.push(null)
    else if (token === "}" || token === "]") open.pop()
    else if (token.startsWith('"')) {
      const words = JSON.parse(token) as string
      if (!words.isWellFormed()) throw new AmbiguousJson(token.slice(0, 80))
      if (mayBeKey && fields) {
        if (fields.has(words)) throw new AmbiguousJson(words.slice(0, 80))
        fields.add(words)
      }
    } else if (/^[-\d]/.test(token) && losesDigits(token))
      throw new AmbiguousJson(token.slice(0, 80))
    mayBeKey = token === "{" || token === ","
  }
  return value
}

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|-?\d[\d.eE+-]*|[a-z]+/g

/** Whether a number cannot be held by what programs hold numbers in: 64 bits of IEEE 754. */
function losesDigits(literal: string): boolean {
  const held = Number(literal)
  if (!Number.isFinite(held)) return true
  if (/^-?\d+$/.test(literal)) return !Number.isSafeInteger(held)
  return (
    literal
      .replace(/[eE].*$/, "")
      .replace(/\D/g, "")
      .replace(/^0+/, "").length > 17
  )
}
