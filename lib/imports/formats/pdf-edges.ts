import type { Block } from "./blocks"
import type { Placed } from "./pdf-order"

/** The share of a page at its top and at its foot where heads and feet stand. */
const EDGE = 0.12
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
  const texts = new Map<string, Set<string>>()
  for (const page of pages)
    for (const key of new Set(edgesOf(page).map((line) => keyOf(line)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  for (const line of pages.flatMap(edgesOf))
    texts.set(keyOf(line), (texts.get(keyOf(line)) ?? new Set()).add(line.text))
  const enough = Math.max(2, Math.ceil(pages.length * 0.5))
  const heads = new Map<string, Block>()
  const feet: Block[] = []
  const seen = new Set<string>()
  const rest = pages.map((page) => {
    const edges = new Set(edgesOf(page))
    return page.filter((line) => {
      if (!edges.has(line) || line.cells) return true
      const repeated = (counts.get(keyOf(line)) ?? 0) >= enough
      const numbered = NUMBER.test(line.text) && isOutermost(line, page)
      if (!repeated && !numbered) return true
      const block: Block = { kind: "paragraph", words: line.words }
      const key = keyOf(line)
      if (numbered || (texts.get(key)?.size ?? 0) > 1) {
        // What differs from page to page is kept of each.
        if (!seen.has(line.text)) feet.push(block)
      } else if (line.height > 0.5) {
        if (!heads.has(key)) heads.set(key, block)
      } else if (!seen.has(line.text)) feet.push(block)
      seen.add(line.text)
      return false
    })
  })
  return { pages: rest, heads: [...heads.values()], feet }
}

function edgesOf(page: readonly Placed[]): Placed[] {
  return page.filter(({ height }) => height < EDGE || height > 1 - EDGE)
}

function isOutermost(line: Placed, page: readonly Placed[]): boolean {
  const above = page.filter((other) => other.y > line.y + 1).length
  const below = page.filter((other) => other.y < line.y - 1).length
  return above === 0 || below === 0
}

/** The same words at about the same height, whatever number stands among them. */
function keyOf(line: Placed): string {
  return `${Math.round(line.height * 60)} ${line.text.replace(/\d+/g, "#")}`
}
