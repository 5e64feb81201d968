import { ONCE } from "./once"
import { elsewhereValue } from "./ordinals-elsewhere"

const ROMAN = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/
const ROMAN_VALUES: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }

/** The value of a Roman numeral in the usual form, null for anything else. */
export function romanValue(text: string): number | null {
  const upper = text.toUpperCase()
  if (upper === "" || upper.length > 15 || !ROMAN.test(upper)) return null
  let total = 0
  for (let i = 0; i < upper.length; i++) {
    const value = ROMAN_VALUES[upper.charAt(i)] ?? 0
    const next = ROMAN_VALUES[upper.charAt(i + 1)] ?? 0
    total += value < next ? -value : value
  }
  return total
}

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  )
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ")
const ORDINAL_UNITS =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  )

const WORD_VALUES = new Map<string, number>([
  ...UNITS.map((word, value) => [word, value] as const),
  ...ORDINAL_UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
  ...TENS.map((word, index) => [`${word.slice(0, -1)}ieth`, (index + 2) * 10] as const),
])

/** Words that may be part of a number written out, for a search in running text. */
export const NUMBER_WORD = `${ONCE}(?:${[
  ...UNITS,
  ...ORDINAL_UNITS,
  ...TENS,
  ...TENS.map((word) => `${word.slice(0, -1)}ieth`),
  "hundred",
  "hundredth",
]
  .sort((a, b) => b.length - a.length)
  .join("|")})${ONCE}`

/** The value of a number written out, cardinal or ordinal, up to 999; null for anything else. */
export function wordsValue(text: string): number | null {
  let total = 0
  let seen = false
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    if (word === "and" || word === "") continue
    if (word === "hundred" || word === "hundredth") total = Math.max(1, total) * 100
    else {
      const value = WORD_VALUES.get(word) ?? null
      if (value === null) return null
      total += value
    }
    seen = true
  }
  return seen ? total : null
}

/**
 * The value of a number in any of its forms: `22`, `26th`, `42e`, `XXII`, `twenty-sixth`, `#59`. Of one
 * that restarts every year, `3/2022` or `2022-03`, the part that counts.
 */
export function numberValue(printed: string): number | null {
  const digits = /^#?(\d{1,4})(?:st|nd|rd|th|e|er|re|ème|eme|:[ae]|[ªº.])?$/i.exec(printed)
  if (digits?.[1]) return Number(digits[1])
  const yearly = /^(?:(\d{1,3})[/-](?:19|20)\d\d(?:-\d\d)?|(?:19|20)\d\d[/-](\d{1,3}))$/.exec(
    printed,
  )
  if (yearly) return Number(yearly[1] ?? yearly[2])
  const ofYear = /^(?:19|20)\d\d[/-]\d\d[-/.](\d{1,3})$/.exec(printed)
  if (ofYear?.[1]) return Number(ofYear[1])
  const short = /^(\d{1,3})\/\d\d$/.exec(printed)
  if (short?.[1]) return Number(short[1])
  // "HUF/2023/3", "XVIe", "XVI.": what counts stands behind the letters of the body, or in front of an ending.
  const code = /^\p{Lu}{2,8}[/-](?=\d)(.{1,12})$/u.exec(printed)?.[1]
  if (code) return numberValue(code)
  const roman = /^([IVXLCDM]{1,12})(?:e|ème|th|st|nd|rd|[ªº])$/.exec(printed)?.[1]
  if (roman) return romanValue(roman)
  return romanValue(printed) ?? wordsValue(printed) ?? ordinalElsewhere(printed)
}

/** "Vigésima primera", "vingt et unième". */
function ordinalElsewhere(printed: string): number | null {
  const one = elsewhereValue(printed)
  if (one !== null) return one
  const words = printed.split(/\s/)
  const values = words.map(elsewhereValue)
  return words.length === 2 && values.every((value) => value !== null)
    ? values.reduce((sum: number, value) => sum + (value ?? 0), 0)
    : null
}

/** The `n`th letter, from 1: a, b … z. */
export function letterOf(n: number): string {
  return String.fromCharCode(96 + Math.min(26, Math.max(1, n)))
}
