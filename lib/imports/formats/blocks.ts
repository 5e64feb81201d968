/** Words of a file with the emphasis they carry and where they lead. "\n" in them is a line break. */
export type Words = { text: string; bold?: boolean; italic?: boolean; href?: string | undefined }

/**
 * What every format is taken apart into before it is written as text. `marker` is what stands before a
 * list entry as the file shows it: "-", "1.", "a)"; an empty one carries the entry before on.
 */
export type Block =
  | { kind: "heading"; level: number; words: Words[] }
  | { kind: "paragraph"; words: Words[] }
  | { kind: "item"; depth: number; marker: string; words: Words[] }
  | { kind: "table"; rows: Words[][][] }
  | { kind: "quote"; words: Words[] }
  | { kind: "verbatim"; text: string }

/** What a file could not be read for, thrown by the readers of formats. */
export class NotReadable extends Error {
  constructor(
    readonly why: "password" | "damaged" | "too-nested" | "no-text-layer" | "too-many-pages",
  ) {
    super(why)
  }
}

export const plainText = (words: readonly Words[]) => words.map(({ text }) => text).join("")

/**
 * A table as it is to be written. One that only arranges the page (a single column, or whole lists
 * side by side) is given as what stands in its cells, one cell after another.
 */
export function tableOrContents(rows: readonly Block[][][]): Block[] {
  const full = rows.filter((row) => row.some((cell) => cell.length > 0))
  const columns = Math.max(0, ...full.map((row) => row.length))
  const plain = full.every((row) => row.every((cell) => cell.every(isPlain)))
  const tall = full.length < 3 && full.some((row) => row.some((cell) => cell.length > 2))
  if (columns < 2 || !plain || tall) return full.flat(2)
  return [{ kind: "table", rows: full.map((row) => row.map(cellWords)) }]
}

const isPlain = (block: Block) => block.kind === "paragraph" || block.kind === "item"

/** The paragraphs of a cell on one line, list entries with their marks. */
function cellWords(cell: Block[]): Words[] {
  return cell.flatMap((block, index) => {
    if (block.kind !== "paragraph" && block.kind !== "item") return []
    const before = index > 0 ? [{ text: " / " }] : []
    const marker =
      block.kind === "item" && /[\p{L}\p{N}]/u.test(block.marker)
        ? [{ text: `${block.marker} ` }]
        : []
    return [...before, ...marker, ...atBreaks(block.words)]
  })
}

/** Lines of a cell that each begin with a capital are entries, and stay apart on the one line they get. */
function atBreaks(words: readonly Words[]): Words[] {
  const lines = plainText(words).trim().split("\n")
  if (lines.length < 2 || !lines.every((line) => /^\s*\p{Lu}/u.test(line) && line.length <= 80))
    return [...words]
  return words.map((each) => ({
    ...each,
    text: each.text.replace(/\s+/g, (run) => (run.includes("\n") ? "; " : run)),
  }))
}
