import { sliceRich } from "../text/rich"
import type { Line } from "../text/shape"
import { referenceIn } from "./references"

/** A sentence is no title, nor is a name with its title. */
export const SAYS =
  /\b(?:was|were|is|are|has|have|had|will|be|been|not|it|there|this|he|she|they|we|mr|mrs|ms|dr|prof)\b|^\p{L}+$(?<=^(?:none|nil|nothing|agreed|adopted|approved|noted|closed))|^(?:hosted|moderated|chaired|facilitated|opened|recorded|submitted|prepared|written) by\b/iu

/** "Swap day. Ludmila reported that …": a few words with a full stop in front of a paragraph. */
export function runInTopic(line: Line): Line | null {
  if (line.bullet || line.marker || line.quote) return null
  const title = /^(\p{Lu}[^.:;!?,]{2,40})\.\s+\p{Lu}/u.exec(line.words.text.slice(0, 80))?.[1]
  const most = line.gap ? 4 : 2
  if (!title || title.split(/\s+/).length > most || SAYS.test(title)) return null
  // "Re 1" names an item by its number, and is no title.
  if (referenceIn(`${title}.`)) return null
  const words = sliceRich(line.words, 0, title.length)
  return { ...line, words, whole: words }
}

/** "(a) Gate. Ana reported …": the title in front of what stands behind a letter. */
export function letterTitle(line: Line): Line | null {
  const title = /^(\p{Lu}[^.:;!?]{2,40})(?:[.:]|\s[–—-])\s+\p{Lu}/u.exec(line.words.text)?.[1]
  if (!title || title.split(/\s+/).length > 7 || SAYS.test(title)) return null
  const words = sliceRich(line.words, 0, title.length)
  return { ...line, words, whole: words }
}

/** "2.1 Roof. Otto had obtained two offers.": the title in front of the text, as a line of its own. */
export function runInTitle(line: Line): Line | null {
  if (line.marker?.form !== "dotted" || line.level > 0) return null
  const title = /^(\p{Lu}[^.:;!?]{2,40})(?:[.:]|\s[–—-])\s+\p{Lu}/u.exec(line.words.text)?.[1]
  if (!title || title.split(/\s+/).length > 5 || SAYS.test(title)) return null
  const words = sliceRich(line.words, 0, title.length)
  return { ...line, words, whole: words }
}

/** The numbered paragraphs whose titles are headings: all of those below a number, or none. */
export function titledParagraphs(lines: readonly Line[]): ReadonlySet<Line> {
  const dotted = lines.filter(({ marker, level }) => marker?.form === "dotted" && level === 0)
  const below = belowTheirNumber(lines)
  // "11-02 Ana to write": a task of the eleventh meeting, among paragraphs "5.1" below "5".
  const counted = below.length > 0 ? below : dotted
  const titled = counted.filter((line) => runInTitle(line))
  return new Set(titled.length * 2 >= counted.length ? counted : [])
}

/** The paragraphs "5.1" and "5.2" that stand behind "5" and before "6". */
function belowTheirNumber(lines: readonly Line[]): Line[] {
  let number = ""
  return lines.filter(({ marker, level }) => {
    if (marker?.form === "number") number = marker.text
    return marker?.form === "dotted" && level === 0 && marker.text.startsWith(`${number}.`)
  })
}
