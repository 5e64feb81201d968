import type { Block } from "./blocks"
import type { Placed } from "./pdf-order"

/** Lines at the top and at the foot of a page that may be repeated on the others. */
const EDGE = 3
const NUMBER =
  /^[-–—(\s]*(?:(?:page|seite|página|стр\.?|p\.)\s*)?\d{1,4}(?:\s*(?:of|\/|sur|de|von)\s*\d{1,4})?[-–—)\s]*$/i

/**
 * Takes off the pages what stands on all of them: heads and feet, known by being repeated, and the
 * numbers of pages. They interrupt no paragraph then, and none is lost: a head is given once in front,
 * feet and numbers behind the text.
 */
export function dropRunning(pages: readonly Placed[][]): {
  pages: Placed[][]
  heads: Block[]
  feet: Block[]
} {
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const key of new Set(edgesOf(page).map((line) => keyOf(line, page)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  const enough = Math.max(2, Math.ceil(pages.length * 0.5))
  const heads = new Map<string, Block>()
  const feet: Block[] = []
  const seen = new Set<string>()
  const rest = pages.map((page) => {
    const edges = new Set(edgesOf(page))
    return page.filter((line) => {
      if (!edges.has(line) || line.cells) return true
      const repeated = (counts.get(keyOf(line, page)) ?? 0) >= enough
      const numbered = NUMBER.test(line.text) && isOutermost(line, page)
      if (!repeated && !numbered) return true
      const block: Block = { kind: "paragraph", words: line.words }
      const key = keyOf(line, page)
      if (numbered || /\d/.test(line.text)) {
        // Numbers differ from page to page, so each of these lines is kept.
        if (!seen.has(line.text)) feet.push(block)
      } else if (isTop(line, page)) {
        if (!heads.has(key)) heads.set(key, block)
      } else if (!seen.has(line.text)) feet.push(block)
      seen.add(line.text)
      return false
    })
  })
  return { pages: rest, heads: [...heads.values()], feet }
}

function edgesOf(page: readonly Placed[]): Placed[] {
  const sorted = [...page].sort((a, b) => b.y - a.y)
  return sorted.length <= EDGE * 2 ? sorted : [...sorted.slice(0, EDGE), ...sorted.slice(-EDGE)]
}

function isTop(line: Placed, page: readonly Placed[]): boolean {
  return page.filter((other) => other.y > line.y).length < page.length / 2
}

function isOutermost(line: Placed, page: readonly Placed[]): boolean {
  const above = page.filter((other) => other.y > line.y + 1).length
  const below = page.filter((other) => other.y < line.y - 1).length
  return above === 0 || below === 0
}

/** The same words at about the same height, whatever number stands among them. */
function keyOf(line: Placed, page: readonly Placed[]): string {
  return `${isTop(line, page)} ${Math.round(line.y / 12)} ${line.text.replace(/\d+/g, "#")}`
}
