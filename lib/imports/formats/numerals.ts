/** How a list counts, by its names in HTML, in CSS and in Word. */
export type Counting = "decimal" | "letter" | "roman" | "LETTER" | "ROMAN" | "ordinal" | "none"

const NAMES: Record<string, Counting> = {
  a: "letter",
  A: "LETTER",
  i: "roman",
  I: "ROMAN",
  "lower-alpha": "letter",
  "lower-latin": "letter",
  "upper-alpha": "LETTER",
  "upper-latin": "LETTER",
  "lower-roman": "roman",
  "upper-roman": "ROMAN",
  lowerLetter: "letter",
  upperLetter: "LETTER",
  lowerRoman: "roman",
  upperRoman: "ROMAN",
  ordinal: "ordinal",
  none: "none",
}

export const countingOf = (name: string | undefined): Counting => NAMES[name ?? ""] ?? "decimal"

/** A count as it shows: 3 is "3", "c", "iii", "3rd". */
export function numeral(count: number, counting: Counting): string {
  const value = Math.min(Math.max(Math.trunc(count) || 0, 0), 9999)
  if (counting === "none") return ""
  if (counting === "ordinal") return `${value}${endingOf(value)}`
  if (value === 0 || counting === "decimal") return String(value)
  if (counting === "letter" || counting === "LETTER") {
    // Word and HTML differ behind z; nobody's agenda goes there.
    const letter = String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
    return counting === "letter" ? letter : letter.toUpperCase()
  }
  return counting === "roman" ? roman(value) : roman(value).toUpperCase()
}

function endingOf(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return "th"
  return ["th", "st", "nd", "rd"][value % 10] ?? "th"
}

const ROMAN: readonly [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
]

function roman(value: number): string {
  let left = value
  let written = ""
  for (const [worth, letters] of ROMAN) {
    written += letters.repeat(Math.floor(left / worth))
    left %= worth
  }
  return written
}
