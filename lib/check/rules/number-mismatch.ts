import { type Finding, type PrintedNumber, placeAt, type ReportFacts } from "../model"
import { quoteSpan } from "../quote"

/** The title and the text print different numbers. The written-out ordinal of the text counts. */
export function numberMismatch({
  numbers,
  paragraphs,
}: Pick<ReportFacts, "numbers" | "paragraphs">): Finding[] {
  const { printed, canonical } = numbers
  const other = printed.find((number) => canonical && number.value !== canonical.value)
  if (!canonical || !other) return []
  const chosen = printed.find((number) => number.value === canonical.value)
  const written = writtenLike(other, canonical.value)
  return [
    {
      rule: "number-mismatch",
      severity: "error",
      place: placeAt(other.at),
      values: {
        other: other.printed,
        chosen: chosen?.printed ?? String(canonical.value),
        number: canonical.value,
        where: other.where,
      },
      fix: String(canonical.value),
      ...(written
        ? { words: quoteSpan(paragraphs, other.at, other.printed), replacement: written }
        : {}),
    },
  ]
}

/** A number in the form in which another is printed; null for one written out in words. */
function writtenLike({ printed }: PrintedNumber, value: number): string | null {
  if (/^\d+$/.test(printed)) return String(value)
  if (/^\d+(?:st|nd|rd|th)$/i.test(printed)) return `${value}${ending(value)}`
  return /^[IVXLC]+$/.test(printed) && value < 400 ? roman(value) : null
}

function ending(value: number): string {
  if (value % 100 > 10 && value % 100 < 14) return "th"
  return ["th", "st", "nd", "rd"][value % 10] ?? "th"
}

const SIGNS: readonly [string, number][] = [
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
]

function roman(value: number): string {
  let rest = value
  let written = ""
  for (const [sign, worth] of SIGNS) {
    while (rest >= worth) {
      written += sign
      rest -= worth
    }
  }
  return written
}
