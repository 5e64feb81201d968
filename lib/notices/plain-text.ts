import { mostWords } from "./model"

/** Width of a line of a mail in characters; RFC 5322 asks for no more than 78. */
const width = 76

/** A paragraph in lines that fit: the first after `first`, the others after `rest`. A long word stays whole. */
export function wrapped(text: string, first = "", rest = first): string {
  const lines: string[] = []
  let line = first
  let isEmpty = true
  for (const word of text.split(/[ \t\n]+/).filter(Boolean)) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = rest
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line].join("\n")
}

/** Somebody's words as a mail quotes them, shortened where they are very long. */
export function quoted(words: string): string {
  return shortened(words, mostWords)
    .split("\n")
    .map((line) => (line.trim() === "" ? ">" : wrapped(line, "> ")))
    .join("\n")
}

/** A text cut at the end of a word, with a sign that it goes on. */
export function shortened(text: string, most: number): string {
  const trimmed = text.trim()
  if (trimmed.length <= most) return trimmed
  const cut = trimmed.slice(0, most)
  const end = cut.search(/\s\S*$/)
  return `${(end > most / 2 ? cut.slice(0, end) : cut).trimEnd()} …`
}
