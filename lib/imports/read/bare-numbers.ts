import { sliceRich, trimRich } from "./rich"
import type { Line } from "./shape"

const BARE =
  /^(\d{1,2})[\s\u00a0]{1,4}(?=[\p{Lu}"“])(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)/iu
/** So many in a row, from 1 on, that it is no accident. */
const LEAST = 3

/**
 * Gives their numbers to lines that are numbered without a full stop ("1 Introduction"). One such line
 * may be a sentence that begins with a figure; lines that count on from 1 are not.
 */
export function withBareNumbers(lines: readonly Line[]): Line[] {
  const chains: { line: Line; length: number }[][] = []
  let chain: { line: Line; length: number }[] = []
  for (const line of lines) {
    const number = numberOf(line)
    if (!number) continue
    if (number.value === 1) {
      chain = []
      chains.push(chain)
    }
    if (number.value === chain.length + 1) chain.push({ line, length: number.length })
  }
  const numbered = new Map(
    chains
      .filter((each) => each.length >= LEAST)
      .flat()
      .map(({ line, length }) => [line, length]),
  )
  return lines.map((line) => {
    const length = numbered.get(line)
    if (length === undefined) return line
    const marker = { text: line.words.text.slice(0, length).trim(), form: "number" as const }
    return { ...line, marker, words: trimRich(sliceRich(line.words, length)) }
  })
}

function numberOf(line: Line): { value: number; length: number } | null {
  const text = line.words.text
  if (line.marker || line.bullet || line.quote || text.length > 120 || /[.;,]$/.test(text))
    return null
  const match = BARE.exec(text)
  return match?.[1] ? { value: Number(match[1]), length: match[0].length } : null
}
