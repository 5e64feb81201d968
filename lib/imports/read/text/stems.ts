/** Characters beyond these stand in no stem. */
const CODES = 0x250

/**
 * Asks whether any of these pieces of words stands in a text, in capitals or small letters, wherever in a word.
 * It looks at every character once, however many stems there are (the automaton of Aho and Corasick): an
 * expression of a hundred alternatives takes a hundred looks, and the engine leaves it unoptimised once
 * all expressions together have become large.
 */
export function anyOf(stems: readonly string[]): (text: string) => boolean {
  const { classes, next, ends, width } = build(stems)
  return (text) => {
    let state = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      const sign = code < CODES ? (classes[code] ?? 0) : 0
      state = next[state * width + sign] ?? 0
      if (ends[state]) return true
    }
    return false
  }
}

/** Stems as they are written in a line: "agree|decid|put off". */
export const words = (line: string): readonly string[] => line.split("|")

/** States and where each sign leads from them; sign 0 is every character that no stem has. */
function build(stems: readonly string[]) {
  const classes = new Uint8Array(CODES)
  let width = 1
  for (const stem of stems)
    for (let at = 0; at < stem.length; at++) {
      const code = stem.charCodeAt(at)
      if (code >= CODES || stem[at] !== stem[at]?.toLowerCase())
        throw new Error(`"${stem}" is no stem: small letters only`)
      if (!classes[code]) classes[code] = width++
    }
  // Large letters count as small ones, without a copy of each text in small letters.
  for (let code = 0; code < CODES; code++) {
    const small = String.fromCharCode(code).toLowerCase().charCodeAt(0)
    if (small < CODES) classes[code] = classes[small] ?? 0
  }
  const size = 1 + stems.reduce((sum, stem) => sum + stem.length, 0)
  const next = new Uint16Array(size * width)
  const ends = new Uint8Array(size)
  let states = 1
  for (const stem of stems) {
    let state = 0
    for (let at = 0; at < stem.length; at++) {
      const edge = state * width + (classes[stem.charCodeAt(at)] ?? 0)
      if (!next[edge]) next[edge] = states++
      state = next[edge] ?? 0
    }
    ends[state] = 1
  }
  fallBack(next, ends, width)
  return { classes, next, ends, width }
}

/** Where a stem breaks off, its end may be the beginning of another one: the edges that lead there, breadth first. */
function fallBack(next: Uint16Array, ends: Uint8Array, width: number) {
  const fallen = new Uint16Array(ends.length)
  const queue = [...next.subarray(0, width)].filter((state) => state > 0)
  for (const state of queue) {
    const behind = fallen[state] ?? 0
    if (ends[behind]) ends[state] = 1
    for (let sign = 0; sign < width; sign++) {
      const onward = next[state * width + sign] ?? 0
      const instead = next[behind * width + sign] ?? 0
      if (!onward) {
        next[state * width + sign] = instead
        continue
      }
      fallen[onward] = instead
      queue.push(onward)
    }
  }
}
