import { fateIn } from "../decisions/verdict-words"
import { looksLikeName } from "../people/names"
import { isWrapped } from "../text/paragraph"
import type { Line } from "../text/shape"
import { isRow } from "../text/table"

const LONGEST = 80
/** "A.O.B." ends with a full stop, and ends no sentence. */
const endsSentence = (text: string, sign: RegExp) =>
  sign.test(text) && !/(?:^|\s)(?:\p{L}\.){2,5}$/u.test(text)

/** "Roof – Cem Arslan": a title without whoever presents the item behind it. */
function withoutPresenter(text: string): string {
  const [behind, name = ""] = /\s[–—]\s([^–—]{3,40})$/.exec(text) ?? []
  return behind &&
    name.includes(" ") &&
    looksLikeName(name) &&
    name.split(" ").every((word) => word === "" || /^\p{Lu}/u.test(word))
    ? text.slice(0, text.length - behind.length)
    : text
}

/** A short line alone that ends no sentence. */
export function isBareTitle(line: Line): boolean {
  const text = withoutPresenter(line.words.text)
  if (line.marker || line.bullet || line.quote || line.ticked !== null || !line.gap) return false
  if (text.length > LONGEST || text.split(/\s+/).length > 10 || isRow(line.whole.text)) return false
  return (
    /^[\p{Lu}\p{N}"“]/u.test(text) &&
    !endsSentence(text, /[.!?;,:]["”)]?$/) &&
    !/[:–—]\s+\S/.test(text)
  )
}

/** Whether a line without mark or number stands above text as its heading: short, alone, unfinished. */
export function isBareHeading(line: Line, next: Line | undefined): boolean {
  if (line.level > 0) return true
  const text = withoutPresenter(line.words.text)
  if (line.marker || line.bullet || line.quote || line.ticked !== null || !line.gap || !next)
    return false
  if (text.length > LONGEST || text.split(/\s+/).length > 10 || isRow(line.whole.text)) return false
  if (!/^[\p{Lu}\p{N}"“]/u.test(text) || endsSentence(text, /[.!?;,]["”)]?$/)) return false
  // "Chair: Ana" and "KL: yes" are no headings, "Budget:" is one.
  if (/[:–—]\s+\S/.test(text) || /^[<[>]/.test(text) || isWrapped(line, next)) return false
  // "Motion carried" tells what became of it.
  return isText(next) && fateIn(text) === null
}

function isText(line: Line): boolean {
  const text = line.words.text
  if (line.bullet || line.ticked !== null) return true
  // A wrapped sentence need not show how it ends.
  return (
    /[.!?:;]["”)]?$/.test(text) ||
    text.length > LONGEST ||
    /[:,.]\s/.test(text) ||
    text.split(/\s+/).length > 9
  )
}
