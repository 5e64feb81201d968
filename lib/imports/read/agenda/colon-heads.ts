import { coverageOf } from "../coverage/coverage-words"
import { startsOutcome } from "../decisions/outcome-labels"
import { landmarkOf } from "../lines/landmarks"
import { officeLabel } from "../offices/office-label"
import { sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"
import { BESIDE, GATHERS } from "./bare-groups"
import { SAYS } from "./titles-in-front"

/** So many lines with a colon that it is how this report sets its headings. */
const LEAST = 4
const LEVEL = 3
const LONGEST = 60
const MOST_WORDS = 7
/** "Programs – No Report", "Treasurer's Report:No report": a title, and that there was nothing on it. */
const ANSWERED = /^(\p{Lu}[^:;.!?–—]{2,50}?)(?:\s?:|\s[–—-]{1,2})\s{0,4}(\S.{0,40})$/u

/**
 * Makes headings of lines that stand alone with a colon, "Request for funds:", in a report without other
 * headings. What stands right below one that gathers others, "Chair reports:", is a part of it.
 */
export function withColonHeads(lines: readonly Line[]): Line[] {
  if (lines.some(({ level }) => level > 0)) return [...lines]
  const heads = lines.filter((line, index) => isHead(line, lines[index + 1]))
  const titles = new Set(heads.map(({ words: { text } }) => text.toLowerCase()))
  if (heads.length < LEAST || titles.size < heads.length) return [...lines]
  const known = new Set(heads)
  let within = false
  return lines.flatMap((line, index) => {
    const answer = known.has(line) ? null : answerOf(line)
    if (!known.has(line) && !answer) return [line]
    const title = line.words.text.slice(0, answer?.title).replace(/\s?:$/, "")
    if (GATHERS.test(title) || BESIDE.test(title)) within = false
    const level = within ? LEVEL + 1 : LEVEL
    const next = lines[index + 1]
    if (next && known.has(line) && GATHERS.test(title) && (known.has(next) || answerOf(next)))
      within = true
    return answer ? parted(line, answer, level) : [{ ...line, level }]
  })
}

function isHead(line: Line, next: Line | undefined): boolean {
  const { text } = line.words
  if (!line.gap || !next || line.marker || line.bullet || line.quote || line.ticked !== null)
    return false
  if (!/^\p{Lu}[^:]{2,60}:$/u.test(text) || !(next.gap || next.bullet)) return false
  const title = text.slice(0, -1).trimEnd()
  if (text.length > LONGEST || title.split(/\s+/).length > MOST_WORDS || SAYS.test(title))
    return false
  return !landmarkOf(line) && !startsOutcome(text) && officeLabel(`${title}: x`) === null
}

type Answer = { title: number; rest: number }

function answerOf({ gap, marker, bullet, quote, words: { text } }: Line): Answer | null {
  if (!gap || marker || bullet || quote || text.length > LONGEST + 40) return null
  const [, title = "", said = ""] = ANSWERED.exec(text) ?? []
  if (title === "" || title.split(/\s+/).length > MOST_WORDS || SAYS.test(title)) return null
  const became = coverageOf(said)
  return became === "no-update" || became === "not-reached"
    ? { title: title.length, rest: text.length - said.length }
    : null
}

function parted(line: Line, { title, rest }: Answer, level: number): Line[] {
  const words = trimRich(sliceRich(line.words, 0, title))
  const { n, from, to, indent, breaks } = line
  return [
    { ...line, words, whole: words, level },
    shapeOf({ n, from, to, indent, breaks, gap: true }, trimRich(sliceRich(line.words, rest))),
  ]
}
