import type { Span } from "@/lib/check/model"
import { nameKey } from "@/lib/check/names"
import type { PlacedLine } from "../lines/placed-line"
import type { ReadParticipant } from "../model"
import { isOfficeAlone, officeLabel } from "../offices/office-label"
import { joinRich, type Rich, sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"
import type { Locator } from "../text/source"
import { columnBehind, isHeadless } from "./entry-lines"
import { peopleHeading } from "./people-heading"
import { readRoll } from "./roll"
import type { RollEntry } from "./roll-entry"
import type { Piece } from "./roll-layout"
import { columnsOf } from "./roll-table"
import { namesOne } from "./stands-apart"
import { tellsOfThoseAway, toldBehind } from "./told-behind"
import {
  markOfAbsence,
  withoutRepeatedLists,
  withoutUnexcused,
  withoutUnticked,
} from "./who-counts"
import { withinLine } from "./within-line"

export type Lists = {
  participants: ReadParticipant[]
  regrets: ReadParticipant[]
  heading: Span | null
  /** Lines that stand in a list and hold more than was read. */
  left: ReadonlySet<Line>
}

const MEMBERS = /^(?:the )?(?:committee |board |group )?members(?:hip)?\s*:/i

/** The people listed as present and those who sent regrets, as often as they are listed. */
export function readLists(placed: readonly PlacedLine[], locate: Locator): Lists {
  const head = placed.find((each) => each.part === "participants" && each.head)
  const pieces = { participants: [] as Piece[], regrets: [] as Piece[] }
  const told = new Set<Line>()
  for (const part of ["participants", "regrets"] as const) {
    const own = piecesOf(withoutUnexcused(placed, part), part)
    for (const piece of paragraphs(own, told, part === "regrets")) {
      for (const { list, words, first, office } of withinLine(piece, part))
        pieces[list].push({ ...piece, words, first, office: piece.office || office })
    }
  }
  const there = withoutRepeatedLists(withoutUnticked(pieces.participants, told))
  const present = readRoll([...officersAbove(placed, head), ...there])
  const mark = markOfAbsence(placed)
  for (const entry of present.entries) if (mark && entry.rich.text.endsWith(mark)) entry.away = true
  const away = readRoll(pieces.regrets, present.habits)
  const known = new Set(present.entries.map(({ name }) => nameKey(name)))
  const above = readRoll(labelledAbove(placed, head)).entries
  const officers = above.filter(({ name }) => !known.has(nameKey(name)))
  const listed = [...officers, ...withoutRepeatedOffices(present.entries)]
  // "CHAIR: Ana Lind" below those away, though she stands among those who came.
  const gone = away.entries.filter(({ office, name }) => !office || !known.has(nameKey(name)))
  // "Members: …" names all of a body; who sent apologies was not there.
  const body = MEMBERS.test(head?.line.words.text ?? "")
  const absent = new Set(body ? away.entries.map(({ name }) => nameKey(name)) : [])
  const isSomebody = withoutCapacities([...listed, ...gone])
  const people = (list: readonly RollEntry[]) =>
    list.filter(isSomebody).map((entry) => personOf(entry, locate))
  return {
    participants: people(listed.filter((entry) => !entry.away && !absent.has(nameKey(entry.name)))),
    regrets: people([...gone, ...listed.filter((entry) => entry.away)]),
    heading: head ? locate.span(head.line.whole) : null,
    left: new Set([...present.left, ...away.left, ...told]),
  }
}

/** Tells people from what several are: "Cem Arslan, Port Warden" alone below "Absent", where others are wardens as well. */
function withoutCapacities(all: readonly RollEntry[]): (entry: RollEntry) => boolean {
  const times = new Map<string, number>()
  const capacities = all.flatMap(({ capacity }) => capacity.split(/,\s/).map(nameKey))
  for (const key of [...capacities, ...all.map(({ name }) => nameKey(name))])
    times.set(key, (times.get(key) ?? 0) + 1)
  const shared = new Set(capacities.filter((key) => (times.get(key) ?? 0) > 2))
  return ({ name }) => !shared.has(nameKey(name))
}

/** A person of a list, with the place that they were read at. */
export function personOf(
  { rich, name, role, affiliation, capacity, aliases }: RollEntry,
  locate: Locator,
): ReadParticipant {
  return { name, role, affiliation, capacity, aliases, at: locate.span(rich), how: "read" }
}

/** "CHAIRMAN" and who that is, right above "MEMBERS PRESENT" and set as they are: one more of them. */
function officersAbove(placed: readonly PlacedLine[], head: PlacedLine | undefined): Piece[] {
  const index = head ? placed.indexOf(head) : 0
  const [label, person] = placed.slice(Math.max(0, index - 2), index).map(({ line }) => line)
  if (!head || !label || !person || head.line.gap || person.gap || head.rest !== null) return []
  const set = person.indent > label.indent && label.indent === head.line.indent
  if (!set || !isOfficeAlone(label.words.text)) return []
  return [{ line: person, words: person.words, first: true }]
}

/** "Chair:    Ana Lind" right above "Members:   Ben Okoro", the names below each other: one more of them. */
function labelledAbove(placed: readonly PlacedLine[], head: PlacedLine | undefined): Piece[] {
  const heading = head && peopleHeading(head.line.words.text)
  if (!head || head.rest === null || head.line.gap || (heading && !heading.weak)) return []
  const column = columnBehind(head.line)
  const above = placed.slice(0, placed.indexOf(head))
  const from = above.findLastIndex(
    ({ line }) => officeLabel(line.words.text) === null || columnBehind(line) !== column,
  )
  return column === null
    ? []
    : above.slice(from + 1).map(({ line }) => {
        const words = sliceRich(line.words, officeLabel(line.words.text)?.rest ?? 0)
        return { line, words, first: true, inline: true }
      })
}

/** Puts together the lines of a list behind its heading that goes on with sentences; `told` takes them. */
function paragraphs(pieces: readonly Piece[], told: Set<Line>, away: boolean): Piece[] {
  const joined: Piece[] = []
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) break
    const goesOn = ({ line, first }: Piece) =>
      !first &&
      !line.gap &&
      !line.marker &&
      !line.bullet &&
      !/^[^:]{2,40}:\s/.test(line.words.text) &&
      !tellsOfThoseAway(line.words.text)
    const begins = piece.inline || (away && !piece.line.marker && !piece.line.bullet)
    const end = begins ? pieces.findIndex((each, at) => at > i && !goesOn(each)) : i + 1
    const own = pieces.slice(i, end < 0 ? pieces.length : end)
    const words = joinRich(own.map((each) => each.words))
    const alone =
      own.length < 2 && (piece.inline || piece.line.bullet || piece.line.marker !== null)
    if (alone || !toldBehind(words, away)) joined.push(piece)
    else {
      joined.push({ ...piece, words, prose: true })
      for (const { line } of own) told.add(line)
      i += own.length - 1
    }
  }
  return joined
}

function piecesOf(placed: readonly PlacedLine[], part: "participants" | "regrets"): Piece[] {
  const own = placed.filter((each) => each.part === part)
  const letters = ownLetters(own.map(({ line }) => line))
  const pieces: Piece[] = []
  let first = false
  /** The names of a line behind its heading go on below it, where more labels may stand. */
  let carries = false
  /** The list stands beside its label, in a row of a table. */
  let inRow = false
  for (const [index, { line, head, rest }] of own.entries()) {
    if (head) first = true
    if (head && rest === null) continue
    if (head) inRow = line.whole.text.startsWith("|")
    if (!head && inRow && isOfficeRow(line)) continue
    const behind = rest === null ? wordsOf(line, letters) : trimRich(sliceRich(line.words, rest))
    if (!behind.text) continue
    const headless = rest === 0 && isHeadless(line)
    const inline = rest !== null && !headless && columnsOf(line.words.text, line.names) === null
    carries = inline || (carries && !line.gap && !line.marker && !line.bullet && !head)
    // "| Leadership | Chair: Ana Lind |"
    const label = labelAtEnd(line.words.text.slice(0, rest ?? 0))
    const single = inline && namesOne(line, behind.text, own[index + 1])
    pieces.push({
      line,
      words: behind,
      first,
      inline,
      ...(single && { single }),
      ...(isOfficeAlone(label) && { office: true }),
      ...(carries && !inline && { prose: true }),
    })
    first = false
  }
  return pieces
}

/** "| Minutes | Ben Okoro |" below "| Regrets | Ana Lind |": another row of the form, and none of the list. */
function isOfficeRow({ whole: { text } }: Line): boolean {
  const [, label = ""] = /^\|\s{0,9}([^|]{3,40}?)\s{0,9}\|[^|]+\|?$/.exec(text) ?? []
  return label !== "" && officeLabel(`${label}: x`) !== null
}

/** Lines whose letter counts them, "a) b) c)"; any other letter is the initial of a name. */
function ownLetters(lines: readonly Line[]): ReadonlySet<Line> {
  const counted = new Set<Line>()
  let expected = 0
  for (const line of lines) {
    if (line.marker?.form !== "letter") continue
    const at = line.marker.text.toLowerCase().charCodeAt(0) - 97
    if (line.marker.text.length > 1 || at === expected) counted.add(line)
    expected = at === expected ? at + 1 : expected
  }
  return counted.size > 1 ? counted : new Set()
}

function wordsOf(line: Line, letters: ReadonlySet<Line>): Rich {
  if (line.marker?.form !== "letter" || letters.has(line)) return line.words
  const bullet = line.bullet ? (/^\S+\s+/.exec(line.whole.text)?.[0].length ?? 0) : 0
  return sliceRich(line.whole, bullet)
}

/** "Secretary: Ana Lind" above or below a list in which she stands names her office, not her again. */
function withoutRepeatedOffices(entries: readonly RollEntry[]): RollEntry[] {
  const keys = entries.map(({ name }) => nameKey(name))
  const members = new Set(keys.filter((_, at) => !entries[at]?.office))
  const kept: RollEntry[] = []
  const firsts = new Map<string, RollEntry>()
  for (const [at, entry] of entries.entries()) {
    const key = keys[at] ?? ""
    const first = firsts.get(key)
    if (!first) firsts.set(key, entry)
    // "Officers: Ana Lind, President" behind a list that has her says what she is, and not of another.
    const again = first && entry.role && !entry.affiliation && entry.name.includes(" ")
    if (again && !first.role) {
      first.role = entry.role
      first.capacity = [first.capacity, entry.capacity].filter(Boolean).join(", ")
    }
    const repeated = entry.office && (members.has(key) || keys.indexOf(key) < at)
    if (!again && !repeated) kept.push(entry)
  }
  return kept
}

/** "Chair" of "| Leadership | Chair:"; nothing where no label ends the words. */
function labelAtEnd(words: string): string {
  const end = words.slice(-40).trimEnd()
  return end.endsWith(":")
    ? (
        end
          .slice(0, -1)
          .split(/[^\p{L} -]/u)
          .at(-1) ?? ""
      ).trim()
    : ""
}
