import type { SectionId } from "./model"

/**
 * The sections that stand in both orders and did not move: the longest row of them that keeps its
 * order, so that as few as possible count as moved.
 */
export function stayingIn(
  older: readonly SectionId[],
  newer: readonly SectionId[],
): ReadonlySet<SectionId> {
  const places = new Map(older.map((id, place) => [id, place]))
  type Chain = { id: SectionId; place: number; length: number; before: Chain | null }
  const chains: Chain[] = []
  let longest: Chain | null = null
  for (const id of newer) {
    const place = places.get(id)
    if (place === undefined) continue
    let before: Chain | null = null
    for (const chain of chains) {
      if (chain.place < place && chain.length > (before?.length ?? 0)) before = chain
    }
    const chain: Chain = { id, place, length: (before?.length ?? 0) + 1, before }
    chains.push(chain)
    if (chain.length > (longest?.length ?? 0)) longest = chain
  }
  const staying = new Set<SectionId>()
  for (let chain = longest; chain; chain = chain.before) staying.add(chain.id)
  return staying
}
