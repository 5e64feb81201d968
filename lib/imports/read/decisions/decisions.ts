import { squeezed } from "@/lib/check/words"
import type { ReadAction, ReadDecision } from "../model"
import type { FinishedBlock } from "../text/finished"
import { findSentences, numberInFront, type Sentence } from "../text/sentences"
import type { Locator } from "../text/source"
import { cellsOf, columnsOf, isRow, isRule } from "../text/table"
import { setInBold } from "./bold-decisions"
import { decides, isVerdict } from "./decides"
import { markOf, WITHIN } from "./decision-labels"
import { motionIn, motionOver } from "./motions"
import { DECISION_MARKED } from "./outcome-labels"

const COLUMNS = {
  number: /^(?:#|n[o°º]\.?|nr\.?|number|id|ref\.?)$/i,
  decision: /^(?:decisions?|resolutions?|agreements?|decided|text|what|décisions?)$/i,
  other:
    /^(?:item|agenda item|by|date|vote|votes|proposed by|moved by|seconded by|result|status|topic|subject)$/i,
}

/** Whether a line is the head of a table of decisions and nothing else. */
export function headsDecisions(text: string): boolean {
  const cells = cellsOf(text, 2)
  const columns = cells && columnsOf(cells, COLUMNS)
  return columns?.decision !== undefined && Object.keys(columns).length === cells?.length
}

function put(taken: Map<number, number[]>, block: number, from: number): void {
  const own = taken.get(block)
  if (own) own.push(from)
  else taken.set(block, [from])
}

const LEAD = /^((?:The|Our) [\p{L} ]{3,40}):?$/u

type Add = (from: number, to: number, how: "read" | "inferred") => void
/** The decisions of a report: those that are marked as such, and the sentences that sound like one. */
export function readDecisions(blocks: readonly FinishedBlock[], locate: Locator): ReadDecision[] {
  const decisions: ReadDecision[] = []
  let column: number | null = null
  /** Entries of a list belong to the sentence with the colon before them. */
  let listed = false
  /** "The Board:" in front of a list of what it did. */
  let lead = ""
  const known = new Set<string>()
  /** Up to which block a motion was told over several. */
  let told = -1
  const bold = setInBold(blocks)
  for (const [index, { block, rich, under }] of blocks.entries()) {
    if (index <= told || !["opening", "discussion", "closing", "next"].includes(block.part))
      continue
    const add: Add = (from, to, how) => {
      const text = rich.text.slice(from, to).trim()
      if (!text) return
      const at = locate.span(rich, from, to)
      // A summary at the end repeats what was marked where it was decided.
      const repeats = under === "decisions" && known.has(squeezed(text))
      known.add(squeezed(text))
      if (repeats) return
      decisions.push({ block: block.id, from, to, text, item: block.item, at, how })
    }
    if (block.kind === "heading") {
      // "It was agreed:", and "(a) to buy a lamp;" looks like an item below it.
      listed &&= block.marker !== null && /^\p{Ll}/u.test(rich.text)
      if (listed) add(0, rich.text.length, "inferred")
      continue
    }
    const lettered = /^\(?(?:[a-z]|[ivx]{1,4})[.)]\s/.test(rich.text)
    const isEntry =
      block.kind === "bullet" || block.kind === "ordered" || block.marker !== null || lettered
    const motion = motionIn(rich.text) ?? motionOver(blocks, index)
    const marked = markOf(rich)
    if (motion) {
      told = Math.max(told, motion.last ?? -1)
      add(motion.from, motion.to, "read")
    } else if (bold.has(index)) add(0, rich.text.length, "inferred")
    else if (marked !== null) {
      listed = marked >= rich.text.trimEnd().length
      if (!listed) addMarked(rich.text, marked, add)
    } else if (under === "decisions") {
      column = addRow(rich.text, column, add)
    } else if (listed && isEntry && under === null) add(0, rich.text.length, "inferred")
    else if (isEntry && under === null && lead !== "" && decides(`${lead} ${rich.text}`))
      add(0, rich.text.length, "inferred")
    else if (under === null) listed = addSentences(rich.text, add, block.part === "opening")
    if (!isEntry) lead = LEAD.exec(rich.text.slice(0, 50))?.[1] ?? ""
    if (under !== "decisions") column = null
  }
  return decisions
}

const SET_THAT =
  /^(?:it was (?:\p{Ll}{2,12} )?|the \p{L}{3,20} (?:\p{Ll}{2,12} )?)?(?:agreed|decided|resolved|settled)(?: \p{Ll}+ly)? that (?=.{2,90}? (?:would|should|will)\s)/iu
/** The title of a person or an article may stand between "that" and who is meant. */
const TITLE = 16

/** "It was agreed that Ana would write": what somebody is to do is their task, and no decision besides. */
export function withoutTasks(
  decisions: readonly ReadDecision[],
  actions: readonly ReadAction[],
): ReadDecision[] {
  const taken = new Map<number, number[]>()
  for (const { block, from, owners } of actions) if (owners.length > 0) put(taken, block, from)
  // Both come in the order of the text, so that each block is gone through once.
  const passed = new Map<number, number>()
  return decisions.filter(({ block, from, text, how }) => {
    const own = taken.get(block) ?? []
    const front = how === "read" ? null : SET_THAT.exec(text.slice(0, 160))
    if (!front) return true
    let next = passed.get(block) ?? 0
    while (next < own.length && (own[next] ?? 0) < from) next += 1
    passed.set(block, next)
    // A task further on, "and that Ana will draft it", is only a part of what was decided.
    return (own[next] ?? Number.POSITIVE_INFINITY) > from + front[0].length + TITLE
  })
}

/** What is marked as decided; "Resolution 3: …" within the paragraph begins another. */
function addMarked(text: string, from: number, add: Add): void {
  const others = findSentences(text).filter(({ from: start }) => start > from)
  let begin = from
  for (const other of others) {
    const mark = /^\p{Lu}/u.test(text.slice(other.from))
      ? DECISION_MARKED.exec(text.slice(other.from, other.from + 80))
      : null
    if (!mark || !/\d/.test(mark[0])) continue
    add(begin, other.from, "read")
    begin = other.from + mark[0].length
  }
  add(begin, text.length, "read")
}

const TAKEN_NONE = /^No (?:\p{Ll}+ )?(?:decision|vote) (?:was|has been) (?:taken|made|reached)/u

const isSeconded = (said: string) => /^(?:\S+ ){1,3}seconded(?: it| the motion)?\.$/.test(said)

/** The sentence that a verdict is about: the one before, past "Ben seconded." */
function movedBefore(
  text: string,
  sentences: readonly Sentence[],
  index: number,
): Sentence | undefined {
  const last = sentences[index - 1]
  const said = last ? text.slice(last.from, last.to) : ""
  const counted =
    /^(?:roll call vote|vote|yeas|ayes|nays|noes|in favou?r|for|against|opposed|abstain(?:ed|ing)?|absent|yes|no)\b\s?:/i
  if (!counted.test(said)) return isSeconded(said) ? sentences[index - 2] : last
  return sentences.slice(0, index).findLast(({ from, to }) => {
    const sentence = text.slice(from, to)
    return !counted.test(sentence) && !isSeconded(sentence)
  })
}

/** A line of a list of decisions, or the cell of a table that holds the decision. */
function addRow(text: string, column: number | null, add: Add): number | null {
  const cells = isRow(text) ? cellsOf(text) : null
  if (!cells) {
    const none =
      /^(?:none|nil|n\/a|no decisions?[^.]*)\W*$|\b(?:could|did) not (?:agree|decide|reach)\b/i
    if (!none.test(text)) add(0, text.length, "read")
    return null
  }
  if (isRule(text)) return column
  const columns = columnsOf(cells, COLUMNS)
  if (columns) return columns.decision ?? 0
  const widest = [...cells].sort((a, b) => b.text.length - a.text.length)[0]
  const cell = cells[column ?? -1] ?? widest
  if (cell) add(cell.from, cell.to, "read")
  return column
}

/** Adds every sentence that decides; true when the last one leads into a list of what was decided. */
function addSentences(text: string, add: Add, opens: boolean): boolean {
  const sentences = findSentences(text)
  for (const [index, { from, to }] of sentences.entries()) {
    const start = from + (index === 0 ? numberInFront(text) : 0)
    const sentence = text.slice(start, Math.min(to, start + 1500))
    // "… was discussed. DECISION: Two lamps are bought.": the label stands within the paragraph.
    const marked = index > 0 ? DECISION_MARKED.exec(sentence.slice(0, 80)) : null
    if (marked && marked[0].length < sentence.length) {
      const closed = sentence.startsWith("[") && sentence.trimEnd().endsWith("]")
      add(start + marked[0].length, closed ? start + sentence.lastIndexOf("]") : to, "inferred")
      continue
    }
    const before = movedBefore(text, sentences, index)
    // "Ana moved, Ben seconded, to approve the minutes. Motion carried, 4-0."
    const isMoved = before && /\bmoved\b/i.test(text.slice(before.from, before.to))
    if (isMoved && /^motion (?:was )?(?:carried|passed|adopted|approved)\b/i.test(sentence)) {
      add(before.from, to, "inferred")
      continue
    }
    if (before && /^motion (?:was )?(?:carried|passed|adopted|approved)\b/i.test(sentence)) {
      const moved = text.slice(before.from, before.to)
      if (/^(?:motion|moved) (?:by|to|made|was made|from)\b/i.test(moved)) {
        add(before.from, before.to, "inferred")
        continue
      }
    }
    if (before && isVerdict(sentence)) {
      if (!decides(text.slice(before.from, before.to))) add(before.from, before.to, "inferred")
      continue
    }
    const within = WITHIN.exec(sentence)
    if (within) {
      add(start + within.index + within[0].length, to, "inferred")
      continue
    }
    if (!decides(sentence)) continue
    const next = sentences[index + 1]
    // "There was support for a stand. No decision was taken."
    if (next && TAKEN_NONE.test(text.slice(next.from, next.from + 60))) continue
    // "No objection was raised. The Council agreed to it."
    if (/^no objections?\b/i.test(sentence) && next && decides(text.slice(next.from, next.to)))
      continue
    // "We were all of one mind. Decision: …": how it was decided, in front of what.
    const led =
      next && DECISION_MARKED.test(text.slice(next.from, Math.min(next.to, next.from + 80)))
    if (led && sentence.split(/\s+/).length < 10) continue
    const moved = next && /^(?:moved|proposed) by\b/i.test(text.slice(next.from, next.to))
    if (moved && sentence.split(/\s+/).length < 5) {
      add(start, next.to, "inferred")
      continue
    }
    // "The agenda was adopted as follows:" decides on the agenda, which is no list of decisions.
    if (!opens && index === sentences.length - 1 && /:\s*$/.test(text.slice(to - 2))) return true
    add(start, to, "inferred")
  }
  return false
}
