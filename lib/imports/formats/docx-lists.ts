import { type Counting, countingOf, numeral } from "./numerals"
import { readXml } from "./xml"

type Level = { counting: Counting | "bullet"; text: string; start: number }
type Numbering = {
  levels: Map<string, Level[]>
  lists: Map<string, { of: string; starts: Map<number, number> }>
}

/** Word's lists: what stands before an entry is not in the text, it is counted. */
export class Lists {
  readonly #numbering: Numbering
  /** What each list has counted, by its definition: lists of one definition count on. */
  readonly #counts = new Map<string, number[]>()
  readonly #begun = new Set<string>()

  constructor(xml: Uint8Array | null) {
    this.#numbering = xml ? readNumbering(xml) : { levels: new Map(), lists: new Map() }
  }

  /** What stands before the next entry of a list at a depth; null when the list is not known. */
  next(list: string, depth: number): string | null {
    const known = this.#numbering.lists.get(list)
    const levels = known && this.#numbering.levels.get(known.of)
    const level = levels?.[depth]
    if (!known || !levels || !level) return null
    const counts = this.#counts.get(known.of) ?? []
    this.#counts.set(known.of, counts)
    const begins = !this.#begun.has(`${list} ${depth}`) ? known.starts.get(depth) : undefined
    this.#begun.add(`${list} ${depth}`)
    counts[depth] = begins ?? (counts[depth] ?? level.start - 1) + 1
    counts.length = depth + 1
    if (level.counting === "bullet") return "-"
    const shown = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const of = levels[at]
      return of && of.counting !== "bullet" ? numeral(counts[at] ?? of.start, of.counting) : ""
    })
    return shown.trim()
  }
}

function readNumbering(xml: Uint8Array): Numbering {
  const levels: Numbering["levels"] = new Map()
  const lists: Numbering["lists"] = new Map()
  let definition: Level[] | null = null
  let list: { of: string; starts: Map<number, number> } | null = null
  let depth = 0
  readXml(xml, {
    open({ name, attributes }) {
      const value = attributes["w:val"] ?? ""
      const level = definition?.[depth]
      if (name === "w:abstractNum") {
        definition = []
        levels.set(attributes["w:abstractNumId"] ?? "", definition)
      } else if (name === "w:num") {
        list = { of: "", starts: new Map() }
        lists.set(attributes["w:numId"] ?? "", list)
      } else if (name === "w:lvl" || name === "w:lvlOverride") {
        depth = Math.min(Number(attributes["w:ilvl"] ?? 0) || 0, 8)
        if (definition && name === "w:lvl")
          definition[depth] = { counting: "decimal", text: `%${depth + 1}.`, start: 1 }
      } else if (name === "w:abstractNumId" && list) list.of = value
      else if (name === "w:startOverride" && list) list.starts.set(depth, Number(value) || 1)
      else if (level && name === "w:start") level.start = Number(value) || 0
      else if (level && name === "w:numFmt")
        level.counting = value === "bullet" ? "bullet" : countingOf(value)
      else if (level && name === "w:lvlText") level.text = value.slice(0, 60)
    },
    close(name) {
      if (name === "w:abstractNum") definition = null
      if (name === "w:num") list = null
    },
  })
  return { levels, lists }
}
