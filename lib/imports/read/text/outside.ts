import { type Rich, sliceRich, trimRich } from "./rich"

/**
 * The parts of a text between separators that stand outside brackets. `separator` tells how many
 * characters a separator at this place takes, 0 for none.
 */
export function partsOutside(
  text: string,
  separator: (text: string, at: number) => number,
): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (char === "(") depth += 1
    if (char === ")") depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    const length = separator(text, i)
    if (length === 0) continue
    parts.push({ from, to: i })
    i += length - 1
    from = i + 1
  }
  parts.push({ from, to: text.length })
  return parts.filter((part) => text.slice(part.from, part.to).trim() !== "")
}

/** The same for a text with marks. */
export function richOutside(rich: Rich, separator: (text: string, at: number) => number): Rich[] {
  return partsOutside(rich.text, separator).map(({ from, to }) =>
    trimRich(sliceRich(rich, from, to)),
  )
}

/** "Marisol Quiroga. Pradeep Koirala": a full stop behind a family name that is no title. */
const STOP =
  /(?<!\p{L})\p{Lu}[\p{L}’'-]{0,20}\.?\s(?!(?:Ven|Sis|Bro|Prof|Messrs|Bros|Dept|Univ|Assoc|Asst|Capt|Comm|Supt|Insp|Corp|Inst|Revd|Cllr|Engr|Barr|Arch|Dott|Mlle|Mmes|Drs|Adm|Gen|Col|Rep|Sen|Gov|Hon|Rev|Amb|Ing|Lic|Arq|Dra|Sra|Mme|Mrs|Inc|Ltd|Esq|Min|Pty|Bhd|Sdn|Jun|Sen)\.)\p{Lu}\p{Ll}{2,20}\.\s\p{Lu}$/u
/** "P O’Shea  Sis. M Bright": a gap, and the title of the next. */
const GAP_AND_TITLE = /^ {2,4}(?=(?:Sis|Bro|Mr|Mrs|Ms|Dr|Cllr|Mme|Rev)\.?\s\p{Lu})/u
/** A comma, a semicolon, "and" or "&" between two names. */
export function betweenNames(text: string, at: number): number {
  const char = text.charAt(at)
  if (char === "،" || char === "、") return 1
  if (char === "," || char === ";")
    return /^[,;]\s?and\s/.exec(text.slice(at, at + 7))?.[0].length ?? 1
  // "Ana Lind<br>Ben Okoro": a line of its own within the cell of a table.
  if (char === "<") return /^<br\s?\/?>/i.exec(text.slice(at, at + 6))?.[0].length ?? 0
  if (char === ".") return STOP.test(text.slice(Math.max(0, at - 30), at + 3)) ? 1 : 0
  if (char !== " ") return 0
  if (text.startsWith("  ", at)) return GAP_AND_TITLE.exec(text.slice(at, at + 14))?.[0].length ?? 0
  const sign = text.charAt(at + 1)
  if (sign === "+") return /^ \+ (?=\p{Lu})/u.exec(text.slice(at, at + 4))?.[0].length ?? 0
  if (SHORT.includes(sign) && joinsWhole(text, at)) return text.indexOf(" ", at + 1) + 1 - at
  return /^ (?:and|&|et|und),? /.exec(text.slice(at, at + 6))?.[0].length ?? 0
}

/** What the words for "and" of other languages begin with: "y", "e", "ni", "og", "och", "en", "i", "sowie". */
const SHORT = "yenois"
const ALSO =
  /^ (?:y|e|ni|og|och|en|i|sowie),? (?=(?:\p{Lu}\p{L}{0,5}\. )?\p{Lu}[\p{L}’'.-]* (?:\p{Ll}{1,3} ){0,2}\p{Lu}|\p{Ll}{2,})/u
/** Whether such a word stands behind a whole name and in front of another, or of what somebody is. */
function joinsWhole(text: string, at: number): boolean {
  return (
    ALSO.test(text.slice(at, at + 60)) &&
    /(?:\p{Lu}\S* (?:\p{Ll}{1,4} ){0,2}\p{Lu}[\p{L}’'-]+|\))$/u.test(
      text.slice(Math.max(0, at - 40), at),
    )
  )
}

export function semicolon(text: string, at: number): number {
  return text.charAt(at) === ";" ? 1 : 0
}

/** A stroke between two names: "Ana Lind / Ben Okoro". */
export function betweenStrokes(text: string, at: number): number {
  return text.startsWith(" / ", at) ? 3 : 0
}

/** Tabs, bars and wide gaps between the columns of a list. */
export function betweenColumns(text: string, at: number): number {
  const char = text.charAt(at)
  if (char === "|" || char === "\t") return 1
  return char === " " && text.slice(at, at + 3).trim() === "" && at + 3 <= text.length ? 3 : 0
}

/** What stands between a role and an organisation behind a name. */
export function betweenParts(text: string, at: number): number {
  const char = text.charAt(at)
  if (char === "," || char === ";") return 1
  return betweenColumns(text, at) || (/^\s[–—-]\s/.test(text.slice(at, at + 3)) ? 3 : 0)
}
