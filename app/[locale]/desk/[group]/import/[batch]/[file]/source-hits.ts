/** A range of the source that is marked: that of a value (its place and its field) or of a finding. */
export type Hit = {
  from: number
  to: number
  look: string
  value?: number
  target?: string
  /** The key of a finding that is listed beside the source. */
  finding?: string | null
}

type Line = { from: number; to: number }
export type Cut = { words: string; start: number; hit: Hit | null }

/** The hits of each line, in one pass over both. */
export function hitsByLine(lines: readonly Line[], hits: readonly Hit[]): Hit[][] {
  const sorted = [...hits].sort((a, b) => a.from - b.from)
  let next = 0
  let open: Hit[] = []
  return lines.map((line) => {
    open = open.filter(({ to }) => to > line.from)
    for (let hit = sorted[next]; hit && hit.from < line.to; hit = sorted[next]) {
      if (hit.to > line.from) open.push(hit)
      next += 1
    }
    return open.filter(({ from }) => from < line.to)
  })
}

/** Cuts a line where a hit begins or ends. Of hits that overlap the shortest value leads, and a finding shows. */
export function cutLine(line: string, from: number, hits: readonly Hit[]): Cut[] {
  const to = from + line.length
  const edges = new Set([from, to])
  for (const hit of hits) edges.add(Math.max(hit.from, from)).add(Math.min(hit.to, to))
  const places = [...edges].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? to
    const over = hits
      .filter((hit) => hit.from <= start && hit.to >= end)
      .sort((a, b) => a.to - a.from - (b.to - b.from))
    const value = over.find(({ target }) => target !== undefined)
    const finding = over.find(({ look }) => look !== "hit")
    const hit = value ? { ...value, look: finding?.look ?? value.look } : (finding ?? null)
    return { words: line.slice(start - from, end - from), start, hit }
  })
}
