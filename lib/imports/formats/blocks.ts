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
  if (columns === 2 && plain) {
    const sections = sectionsIn(full)
    if (sections) return sections
  }
  if (columns < 2 || !plain || tall) return full.flat(2)
  return [{ kind: "table", rows: full.map((row) => row.map(cellWords)) }]
}

const isPlain = (block: Block) => block.kind === "paragraph" || block.kind === "item"

/** So many rows with so many paragraphs beside a number are what was said on as many items. */
const SECTIONS = 3
const COUNTED = /^\s*(?:\d{1,3}(?:\.\d{1,3}){0,2}|[A-Z])[.)]?\s*$/
const LONGEST_TITLE = 120

/**
 * Minutes that are set as a table, a number on the left and all that was said on the right, as the sections
 * that its rows are; null for any other table.
 */
function sectionsIn(rows: readonly Block[][][]): Block[] | null {
  const counted = rows.filter(([number]) => COUNTED.test(wordsOf(number)))
  const long = counted.filter(([, said]) => (said?.length ?? 0) > 2)
  if (long.length < SECTIONS || long.length * 2 < counted.length) return null
  if (counted.length + 1 < rows.length) return null
  return rows.flatMap(([number = [], said = []]): Block[] => {
    const [title, ...rest] = said
    const words = title && "words" in title ? title.words : []
    const front = wordsOf(number).trim()
    if (!COUNTED.test(front) || words.length === 0) return [...number, ...said]
    const headed = [{ text: `${front.replace(/[.)]$/, "")}. ` }, ...words]
    return plainText(words).length > LONGEST_TITLE
      ? [{ kind: "paragraph", words: headed }, ...rest]
      : [{ kind: "heading", level: 3, words: headed }, ...rest]
  })
}

const wordsOf = (cell: readonly Block[] = []) =>
  cell.map((block) => ("words" in block ? plainText(block.words) : "")).join(" ")

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
