import { landmarkOf } from "../lines/landmarks"
import { officeLabel } from "../offices/office-label"
import { sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"
import { isAboutTheMeeting } from "./about-the-meeting"

/** So many fields in front that a number in front of each is how this form is set. */
const LEAST = 3
const FEWEST_BELOW = 2
/** So far into a report its head reaches. */
const HEAD = 60
/** "Date and time: 3 May", "Attendance", "Absence (reported before): Ana Lind": a label, and perhaps its value. */
const LABEL = /^(\p{Lu}[^:]{2,60}?)\s?(?:\([^()]{1,40}\)\s?)?(?::|$)/u
const DOTTED = /^(\d{1,2})[.-](\d{1,2})(?:[.:)]|(?=\s))/

type Numbered = { line: Line; at: number; value: number }

/**
 * Takes the numbers off the fields of a form, "1. Date: 3 May", "2. Place: Quay Hall", "3. Present: …", and
 * off what holds its items, "4. Matters" above "4.1 Lamps" and "4.2 Fees", which are counted by themselves.
 */
export function withoutNumberedFields(lines: readonly Line[]): Line[] {
  const run = runOf(lines)
  const first = run.findIndex(({ line }) => !isField(line))
  const fields = run.slice(0, Math.max(first, 0))
  if (fields.length < LEAST || !fields.some(({ line }) => tellsWhen(line))) return [...lines]
  const bare = new Set(fields.map(({ line }) => line))
  const below = run.map(({ line, value, at }, index) => ({
    line,
    parts: partsOf(value, lines.slice(at + 1, run[index + 1]?.at)),
  }))
  const holders = below.filter(({ line, parts }) => !bare.has(line) && parts.length > 0)
  const [holder] = holders
  const isHolder = holders.length === 1 && holder && holder.parts.length >= FEWEST_BELOW
  const parts = new Set(isHolder ? holder.parts : [])
  if (isHolder) {
    bare.add(holder.line)
    for (const { line } of run) if (line.n > holder.line.n && isFieldBehind(line)) bare.add(line)
  }
  return lines.map((line) => {
    if (bare.has(line)) return { ...line, marker: null, whole: line.words }
    const [front = "", , count = ""] = DOTTED.exec(line.whole.text.slice(0, 12)) ?? []
    if (!parts.has(line)) return line
    const words = trimRich(sliceRich(line.whole, front.length))
    return { ...line, marker: { text: count, form: "number" }, words }
  })
}

/** The lines that count 1, 2, 3 from the head of the report on. */
function runOf(lines: readonly Line[]): Numbered[] {
  const run: Numbered[] = []
  for (const [at, line] of lines.entries()) {
    if (run.length === 0 && at > HEAD) return run
    const value = line.marker?.form === "number" && !line.bullet ? Number(line.marker.text) : 0
    if (value === run.length + 1) run.push({ line, at, value })
  }
  return run
}

/** Whether a line tells of the meeting itself, and not of what it spoke about. */
function isField(line: Line): boolean {
  const label = LABEL.exec(line.words.text.slice(0, 120))?.[1] ?? ""
  if (label === "") return false
  const landmark = landmarkOf({ ...line, marker: null })?.landmark
  if (landmark === "participants" || landmark === "regrets") return true
  return tellsWhen(line) || officeLabel(`${label}: x`) !== null
}

/** "8. Next meeting: 4 June", "9. Minutes taken by: Ana Lind" behind the items. */
const isFieldBehind = (line: Line) =>
  isField(line) || landmarkOf({ ...line, marker: null })?.landmark === "next"

function tellsWhen(line: Line): boolean {
  const label = LABEL.exec(line.words.text.slice(0, 120))?.[1] ?? ""
  const words = { ...line.words, text: label }
  return label !== "" && isAboutTheMeeting({ ...line, marker: null, words })
}

/** Those below the number 4 that are counted "4.1", "4-1". */
const partsOf = (value: number, below: readonly Line[]) =>
  below.filter(({ whole }) => Number(DOTTED.exec(whole.text.slice(0, 12))?.[1]) === value)
