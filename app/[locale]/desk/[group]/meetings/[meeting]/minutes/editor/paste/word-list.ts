import { type Source, type SourceElement, styleOf, textOf } from "./source"

/** A paragraph of Word that is an item: which list, how deep (from 1), and its mark as it is printed. */
export type WordItem = { list: string; level: number; mark: string }

const roman = { i: 1, v: 5, x: 10, l: 50, c: 100 }

/** The mark before an item of Word, which is part of the text there. */
export function isWordMark(element: SourceElement): boolean {
  return styleOf(element).get("mso-list") === "ignore"
}

function markIn(parts: Source[]): string {
  for (const part of parts) {
    if (part.kind === "text") continue
    if (isWordMark(part)) return textOf(part).replace(/[\s\u00a0]+/g, "")
    const inside = markIn(part.children())
    if (inside !== "") return inside
  }
  return ""
}

/** What Word says of a paragraph, or null when it is no item of a list. */
export function wordItem(element: SourceElement): WordItem | null {
  const said = styleOf(element).get("mso-list")
  const [, list, level, format] = /^l(\d+)\s+level(\d+)(?:\s+lfo(\d+))?/.exec(said ?? "") ?? []
  if (list === undefined || level === undefined) return null
  const mark = markIn(element.children())
  return { list: `${list} ${format ?? ""}`, level: Math.max(1, Number(level)), mark }
}

/** How a list counts that shows this mark first: its number, whatever figures it is written in. */
export function countOf(mark: string): { ordered: boolean; start: number } {
  // A letter alone is the bullet of a deeper list; with a dot or a bracket it counts.
  const plain = mark.replace(/^(\d+\.)+(?=\d)/, "")
  const [figure = ""] =
    /^(\d{1,4}(?=[.)]*$)|([a-z]|[ivxlc]+)(?=[.)]+$))/i.exec(plain.replace(/^\(/, "")) ?? []
  if (figure === "") return { ordered: false, start: 1 }
  if (/^\d/.test(figure)) return { ordered: true, start: Number(figure) }
  const letters = [...figure.toLowerCase()]
  const isRoman = letters.length > 1 || /^[ivx]$/.test(letters[0] ?? "")
  if (!isRoman) return { ordered: true, start: (letters[0] ?? "a").charCodeAt(0) - 96 }
  const worth = letters.map((letter) => roman[letter as keyof typeof roman] ?? 0)
  const start = worth.reduce((sum, one, at) => sum + (one < (worth[at + 1] ?? 0) ? -one : one), 0)
  return { ordered: true, start }
}
