import { segmentsOf, shareOfNames } from "../roll/roll-names"
import { isWholePerson } from "../roll/whole-person"
import { joinRich, sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"

/** "PRESIDED BY ........ Ana Lind", "Ana Lind . . . . viola": dots lead from what stands in front to what belongs to it. */
const LEADER =
  /^([^.\s][^.]{0,58}(?:\.[^.]{1,20}){0,3}?)(?:\s?\.{4,80}|(?:\s\.){3,40})\s{0,4}(?=[^\s.])/
/** "Rapporteur .. Ana Lind" beside "Chair ...... Ben Okoro": dots as long as the room for them. */
const SHORT_LEADER = /^([^.\s][^.]{0,40}?)\s\.{2,80}\s{1,4}(?=[^\s.])/
const OF_PERSON =
  /^\p{Lu}\S*(?: \S+){1,4}, (?:\S+ ){0,3}(?:chair\p{L}*|secretary|treasurer|clerk|president|officer|member)$/iu
/** The page or the minutes of an entry of the agenda. */
const FIGURE = /^(?:p(?:age|\.)?\s?)?\d{1,3}\s?(?:['’]|min(?:utes?)?\.?)?$/i
/** So many lines of a report may be its head. */
const MOST = 80

/** Reads rows of dots between a label and its value as a colon, and behind somebody's name as a comma. */
export function withLeaders(lines: readonly Line[]): Line[] {
  const found = lines.slice(0, MOST).map((line) => withoutDots(line, LEADER))
  // One alone may be a sentence that breaks off.
  if (found.filter((line) => line !== null).length < 2) return [...lines]
  // "Ana Lind .... Port Warden" beside "Ben Okoro .... Port Secretary": what people are, though it looks like names.
  const offices = found.some((line) => OF_PERSON.test(line?.whole.text.slice(0, 120) ?? ""))
  const led = offices ? lines.slice(0, MOST).map((line) => withoutDots(line, LEADER, true)) : found
  return lines.map((line, index) => {
    const isBeside = [index - 1, index + 1].some((at) => led[at])
    return led[index] ?? (isBeside ? withoutDots(line, SHORT_LEADER) : null) ?? line
  })
}

function withoutDots(line: Line, leader: RegExp, offices = false): Line | null {
  const { text } = line.whole
  if (line.marker || line.level > 0 || !/\.{2}|\s\.\s\./.test(text.slice(0, 140))) return null
  const match = leader.exec(text.slice(0, 200))
  const label = match?.[1]?.trimEnd() ?? ""
  const value = match ? trimRich(sliceRich(line.whole, match[0].length)) : null
  if (!match || !value || FIGURE.test(value.text)) return null
  const bullet = line.bullet ? (/^\S+\s+/.exec(text)?.[0].length ?? 0) : 0
  const front = sliceRich(line.whole, 0, label.length)
  // "Three Rivers Tea ...... Ana Lind": what looks like a name leads to one.
  const named =
    isWholePerson(label.slice(bullet)) && (offices || shareOfNames(segmentsOf(value.text)) < 1)
  const sign = named ? ", " : label.endsWith(":") ? " " : ": "
  const { n, from, to, indent, gap, breaks } = line
  return shapeOf({ n, from, to, indent, gap, breaks }, joinRich([front, value], [sign]))
}
