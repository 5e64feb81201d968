/**
 * How a sealed text stands for a name: `⟦p3⟧`, where the erasable names know what p3 is. A bracket that
 * the text itself holds is written `⟦⟧`, so that opening gives back exactly what was sealed.
 */
const token = /⟦([a-z]+\d*)?⟧/g

/** Whether anything in a sealed text has to be opened. */
export const isSealedText = (text: string): boolean => text.includes("⟦")

/** A stretch of a text, its end not included, and the key that stands in its place. */
export type Stretch = { from: number; to: number; key: string }

/** A text with keys in the place of stretches, which stand in order and do not overlap. */
export function sealWords(text: string, stretches: readonly Stretch[]): string {
  let at = 0
  let sealed = ""
  for (const { from, to, key } of stretches) {
    sealed += `${plainWords(text.slice(at, from))}⟦${key}⟧`
    at = to
  }
  return sealed + plainWords(text.slice(at))
}

/** A sealed text with what each key stands for. */
export function openWords(sealed: string, nameOf: (key: string) => string): string {
  return sealed.replace(token, (_, key?: string) => (key === undefined ? "⟦" : nameOf(key)))
}

/** The keys that a sealed text speaks of. */
export function keysIn(sealed: string): string[] {
  return [...sealed.matchAll(token)].flatMap(([, key]) => (key === undefined ? [] : [key]))
}

const plainWords = (text: string) => text.replaceAll("⟦", "⟦⟧")
