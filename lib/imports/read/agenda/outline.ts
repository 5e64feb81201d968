import type { PlacedLine } from "../lines/placed-line"
import type { Line } from "../text/shape"
import { AgendaReader } from "./agenda-lines"

const OUTCOME = /^(?:decision|decided|agreed|action|ai|resolved|to-?do)\b[^:]{0,30}:/i
const TURN = /^\p{Lu}[\p{L}'’-]{1,20}(?:\s\p{Lu}[\p{L}'’-]{1,20})?:\s/u

/**
 * An agenda of bullets with what was said in bullets below each: those are the discussion, and the
 * upper ones its headings. Null for an agenda that is no more than one; else the lines are moved.
 */
export function readOutline(placed: readonly PlacedLine[]): AgendaReader | null {
  const own = placed.filter(({ part, head, page }) => part === "agenda" && !head && !page)
  const first = own[0]
  if (!first || own.some(({ line }) => !line.bullet && !isRest(line))) return null
  const outer = first.line.indent + 2
  const upper = own.filter(({ line }) => line.bullet && line.indent < outer)
  const below = own.filter((each) => !upper.includes(each))
  const said = below.filter(({ line }) => isSaid(line.words.text))
  if (upper.length < 2 || said.length < 3 || said.length * 5 < below.length * 2) return null
  const from = placed.indexOf(first)
  const talk = placed
    .slice(from)
    .some(
      ({ part, head, under, line }) =>
        part === "discussion" && !head && !under && line.words.text.split(/\s/).length >= 8,
    )
  if (talk) return null
  const reader = new AgendaReader()
  for (const { line } of upper) reader.take(line)
  for (const each of own) each.part = "discussion"
  return reader
}

const isRest = (line: Line) => !line.marker && line.level === 0 && !line.gap

/** Whether an entry tells what was said, and is no topic. */
export function isSaid(text: string): boolean {
  return (
    OUTCOME.test(text) ||
    TURN.test(text) ||
    (/[.?!]$/.test(text) && /(?:\S\s){4}/.test(text.replace(/\S+/g, "x")))
  )
}

/** One entry alone whose numbering the discussion goes on with is the first heading of it. */
export function isNoAgenda(agenda: AgendaReader, placed: readonly PlacedLine[]): boolean {
  const [entry, second] = agenda.entries
  const line = entry?.lines[0]
  if (!entry || second || !line) return false
  if (line.level > 0)
    return placed.some((each) => each.part === "discussion" && each.line.level === line.level)
  const { marker } = line
  // "Agenda: see the wiki" and then a line of the front: the headings further down are the items.
  if (!marker && !line.bullet)
    return placed.filter((each) => each.part === "discussion" && each.line.level > 0).length > 1
  if (!marker) return false
  const next = marker.form === "number" ? String(Number(marker.text) + 1) : null
  return placed.some(({ part, line }) => part === "discussion" && line.marker?.text === next)
}
