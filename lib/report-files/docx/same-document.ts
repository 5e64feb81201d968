import { strFromU8, unzipSync } from "fflate"
import { ownPart } from "./own-part"

/**
 * Whether two documents of Word that we wrote say the same to the last sign, but for the ids that the library
 * gives anew at each writing: of relations, of bookmarks, and the hash of the text with these in it.
 */
export function isSameDocument(one: Uint8Array, other: Uint8Array): boolean {
  try {
    const [mine, theirs] = [bareParts(one), bareParts(other)]
    return mine.size === theirs.size && [...mine].every(([name, part]) => theirs.get(name) === part)
  } catch {
    return false
  }
}

function bareParts(file: Uint8Array): Map<string, string> {
  const parts = unzipSync(file)
  const main = parts["word/document.xml"] ?? new Uint8Array()
  const numbers = new Map<string, string>()
  const numbered = (kind: string) => (id: string) => {
    const known = numbers.get(`${kind} ${id}`) ?? `${kind}-${numbers.size}`
    numbers.set(`${kind} ${id}`, known)
    return known
  }
  const bare = (xml: string) =>
    xml
      .replace(/rId[a-z0-9_-]{10,}/g, numbered("relation"))
      .replace(/(?<=<w:bookmark(?:Start|End)\b[^>]*w:id=")\d+/g, numbered("bookmark"))
  // The text first, so that its relations are counted in its order.
  const names = ["word/document.xml", ...Object.keys(parts).sort()]
  return new Map(
    names.map((name) => {
      const xml = strFromU8(parts[name] ?? new Uint8Array())
      if (name !== ownPart.name) return [name, bare(xml)]
      return [name, JSON.stringify(ownPart.read(xml, main))]
    }),
  )
}
