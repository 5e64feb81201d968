import { startsOutcome } from "../decisions/outcome-labels"
import { officeLabel } from "../offices/office-label"
import { looksLikeName } from "../people/names"
import type { Line } from "../text/shape"
import { markerValue } from "./agenda-lines"
import { letterTitle } from "./titles-in-front"

/** So many below one heading that they are its parts. */
const LEAST = 2

/**
 * "A. Radio tower. Ana reported …" and "B. Burn permits. Tabled." below the heading "Old business": what counts
 * from the first below a heading, each with a title in front of its text, with the lines of the titles alone.
 */
export function titledParts(heads: ReadonlySet<Line>, all: readonly Line[]): Map<Line, Line> {
  const found = new Map<Line, Line>()
  let own: Line[] = []
  let within = false
  const close = () => {
    const titles = own.map(titleOf)
    if (own.length >= LEAST && titles.every((title) => title !== null))
      for (const [index, line] of own.entries()) found.set(line, titles[index] as Line)
    own = []
  }
  for (const line of all) {
    if (heads.has(line)) {
      close()
      within = true
    } else if (within && mayCount(line)) {
      const last = own.at(-1)?.marker
      const value = own.length
      if (markerValue(line.marker as NonNullable<Line["marker"]>, value) === value + 1)
        own.push(line)
      // Another list begins, and the parts are over.
      else if (last?.form === line.marker?.form) close()
    }
  }
  close()
  return found
}

const mayCount = ({ marker, bullet, level, quote, task, ticked }: Line) =>
  (marker?.form === "letter" || marker?.form === "number") &&
  !bullet &&
  level === 0 &&
  !quote &&
  !task &&
  ticked === null

/** The title in front of a part, which is no name, office or outcome. */
function titleOf(line: Line): Line | null {
  const title = letterTitle(line)
  if (!title || startsOutcome(line.words.text)) return null
  const { text } = title.words
  const divided = line.words.text.charAt(text.length)
  if (divided !== "." && line.marker?.form === "number") return null
  const named = looksLikeName(text) && text.includes(" ")
  return named || officeLabel(`${text}: x`) ? null : title
}
