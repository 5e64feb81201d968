/** How many lines of a mail introduce a quote, from some line on; `cutsAll` when nothing below is one's own. */
export type Attribution = { lines: number; cutsAll: boolean }

/** Mail programs break the sentence over as many lines as this. */
const mostLines = 4
const longest = 400

// "On 3 March 2026, Ilva Morandini wrote:" in the languages of the United Nations and some others.
const begins = /^(?:on|le|el|am|il|em|op|den|w dniu|dnia|в|在|في|بتاريخ|\d{1,4}[-./年 ])/i
const ends =
  /(?:wrote|writes|a écrit|écrit|escribió|ha escrito|ha scritto|scrive|escreveu|napisał|napisał\(a\)|написала?|пишет|写道|寫道)$/i
/** Where the name stands behind the verb. */
const holds = /\b(?:schrieb|schreef|skrev)\b|كتب/i

/**
 * The sentence that introduces a quote, if it begins at a line. Without a quoted line below it a program
 * put the old mail there unmarked, so all of the rest is that.
 */
export function attributionAt(lines: readonly string[], at: number): Attribution {
  const nothing = { lines: 0, cutsAll: false }
  const first = lines[at]
  if (!first || first.startsWith(">")) return nothing
  for (let length = 1; length <= mostLines; length++) {
    const last = lines[at + length - 1]
    if (!last || last.startsWith(">")) return nothing
    if (!/[:：]$/.test(last)) continue
    const sentence = lines
      .slice(at, at + length)
      .join(" ")
      .replace(/\*/g, "")
    if (sentence.length > longest) return nothing
    const below = lines.slice(at + length, at + length + 3).find((line) => line !== "")
    const quoted = below?.startsWith(">") === true
    const said = sentence.slice(0, -1).trimEnd()
    // A day or an hour stands in all of them, and seldom where somebody quotes in their own words.
    const known = begins.test(said) && /\d/.test(said) && (ends.test(said) || holds.test(said))
    if (known) return { lines: length, cutsAll: !quoted }
    // In a language that is not known here: a day or an address, a colon, and a quote at once.
    if (quoted && /\d{4}|\d:\d\d|@/.test(sentence)) return { lines: length, cutsAll: false }
    return nothing
  }
  return nothing
}
