import { readEntry } from "../people/entry"
import { looksLikeName } from "../people/names"
import { betweenColumns, partsOutside } from "../text/outside"
import { isWrapped } from "../text/paragraph"
import { peopleHeading } from "./people-heading"
import type { Piece } from "./roll-layout"
import { labelOf, nameAlone, segmentsOf, shareOfNames, withoutLabel } from "./roll-names"
import { placeInFront } from "./roll-place"
import { isHouse } from "./under-houses"

/**
 * Whether the columns of a list are filled with names; in a table the first alone is. `before`: those of
 * the list in front of it are.
 */
export function columnsAreNames(lines: readonly Piece[], before: boolean): boolean {
  const rows = lines
    .map(({ words }) => words.text)
    .filter((text) => /\t|\s{3}|\S\s\|\s\S/.test(text))
  if (rows.length < 1 || rows.some((text) => text.startsWith("|"))) return false
  const written = rows.flatMap((text) =>
    partsOutside(text, betweenColumns).map(({ from, to }) => text.slice(from, to).trim()),
  )
  const cells = written.map(nameAlone)
  // "Ana Lind (Sol)      Ben Okoro (Tides)": two of one kind.
  const alike = written.length > 1 && written.every((cell) => cell.endsWith(")"))
  if (rows.length < 2 && cells.length < 3 && !before && !alike) return false
  return (
    cells.every(looksLikeName) &&
    cells.filter((cell) => cell.includes(" ")).length * 2 > cells.length
  )
}

/** Puts together the lines that make one entry. */
export function joined(lines: readonly Piece[]): Piece[][] {
  const chunks: Piece[][] = []
  const numbered = lines.filter(({ line }) => line.marker || line.bullet).length * 2 > lines.length
  const alone = lines.filter((piece) => isPerson(piece)).length
  const others = lines.filter((piece, index) => !standsAbove(piece, lines[index + 1])).length
  const onePerLine =
    (others >= 3 && alone >= others * 0.8) ||
    (alone === lines.length && lines.every(({ words }) => isOne(words.text)))
  for (const piece of lines) {
    const chunk = chunks.at(-1)
    const before = chunk?.at(-1)
    const open = before !== undefined && isOpen(before.words.text)
    const own =
      !(open && !piece.line.bullet && !piece.first) &&
      (piece.line.marker !== null ||
        piece.line.bullet ||
        piece.first ||
        (before?.inline === true &&
          (piece.line.indent >= 4 || isWholePerson(before.words.text)) &&
          isUnder(before, piece)) ||
        (!piece.inline && (labelOf(piece.words.text) !== null || (onePerLine && isPerson(piece)))))
    const on = chunk && before && !own && carriesOn(before, piece, numbered)
    if (on && !isBeneath(before, piece)) {
      chunk.push({ ...piece, inline: before.inline })
    } else chunks.push([piece])
  }
  return chunks
}

/** "Eastwater" behind a gap, with its people right below: one word that is nobody's name. */
export function isGroupLabel({ line, words }: Piece, next: Piece | undefined): boolean {
  if (!next) return false
  // "* Port" with its people in bullets of their own, set in below it.
  const below = next.line.bullet && next.line.indent > line.indent
  if (line.bullet && below && isWholePerson(next.words.text))
    return !isWholePerson(words.text) || isHouse(words.text)
  if (line.marker || line.bullet) return false
  if (line.level > 0 && isWholePerson(next.words.text)) return true
  // "Councillors", "Staff": such a word alone is nobody's name, wherever it stands.
  if (peopleHeading(`${words.text}:`)?.rest === null && isPerson(next)) return true
  // "Minute Taker:", "MERNIC Staff:" above bullets: the colon says that it is a label.
  const listed = next.line.bullet || next.line.marker !== null
  if (words.text.endsWith(":") && listed && isWholePerson(next.words.text)) return true
  if (/\s/.test(words.text)) return false
  // "Minutes" with whoever takes them set in below it.
  if (!line.gap && next.line.indent <= line.indent) return false
  const apart = next.line.gap && !next.line.bullet && !next.line.marker
  if (apart && next.line.indent <= line.indent) return false
  return isWholePerson(next.words.text)
}

const isWholePerson = (text: string) => readEntry(text)?.name.includes(" ") === true

/** Whether a line is the label of a group: nobody's name, with people right below it. */
function standsAbove(piece: Piece, next: Piece | undefined): boolean {
  return piece.line.gap && next?.line.gap === false && !isPerson(piece) && isPerson(next)
}

/** Whether a line by itself names one person whole, and not several. */
function isPerson({ line, words, inline }: Piece): boolean {
  if (inline || line.marker || line.bullet) return false
  const own = words.text.slice(placeInFront(words.text)?.length ?? 0)
  return readEntry(own)?.name.includes(" ") === true
}

/** Whether no second whole name stands on a line. */
function isOne(text: string): boolean {
  return segmentsOf(text).filter((part) => shareOfNames([part]) === 1).length <= 1
}

/** Somebody set in below those behind a label, where the line before breaks nothing off. */
function isUnder(before: Piece, piece: Piece): boolean {
  const { text } = before.words
  return isPerson({ ...piece, inline: false }) && !/(?:[,;&]|\sand)$/.test(text) && !isCutOff(text)
}

/** "Ana Lind, Ben Okoro, Cem": of the last of several the line holds the first name alone. */
function isCutOff(text: string): boolean {
  const names = segmentsOf(text).map((part) => part.text.trim())
  const last = names.pop() ?? ""
  return names.length >= 2 && !last.includes(" ") && names.every((name) => name.includes(" "))
}

/** One person right below another, both set in as far. */
function isBeneath(before: Piece, piece: Piece): boolean {
  if (piece.line.indent < 4 || before.line.indent !== piece.line.indent) return false
  return isPerson(before) && isPerson(piece) && !/(?:[,;&(]|\sand)$/.test(before.words.text)
}

/** "Ana Lind (absent; alternate: Ben": the bracket is closed on the next line. */
const isOpen = (text: string) => text.lastIndexOf("(") > text.lastIndexOf(")")

function carriesOn(before: Piece, piece: Piece, numbered: boolean): boolean {
  const text = piece.words.text
  if (/^\p{Ll}/u.test(text)) return true
  if (piece.line.gap) return false
  // "| Regrets | Ana Lind |" and below it "| Minutes | Ben Okoro |": a row holds all of its list.
  if (piece.line.whole.text.startsWith("|") && before.line.whole.text.startsWith("|")) return false
  if (isOpen(before.words.text)) return true
  if (before.inline || (/[,;]$/.test(before.words.text) && before.words.text.includes(";")))
    return true
  if (isWrapped(before.line, piece.line) || text.startsWith("(")) return true
  if (numbered) return before.line.indent < piece.line.indent
  if (!/[,;]$/.test(before.words.text)) return false
  return shareOfNames(segmentsOf(`${withoutLabel(before.words.text)} ${text}`)) >= 0.75
}
