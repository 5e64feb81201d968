import { squeezed } from "@/lib/check/words"
import type { ReadAction, ReadDecision } from "../model"
import type { FinishedBlock } from "../text/finished"
import { findSentences } from "../text/sentences"
import type { Locator } from "../text/source"
import { isRow } from "../text/table"
import { decides } from "./decides"
import { endOfCarried, markOf } from "./decision-labels"
import { addLabelled, addRow, type Columns, headsDecisions, isNone } from "./decision-rows"
import { type Add, addMarked, addSentences } from "./decision-sentences"
import { isCount, motionIn } from "./motions"
import { isBelowVerdict, movedEarlier } from "./moved-earlier"
import { setOff } from "./set-off"
import { toldInTitle } from "./told-briefly"
import { fellIn } from "./verdict-words"

function put(taken: Map<number, number[]>, block: number, from: number): void {
  const own = taken.get(block)
  if (own) own.push(from)
  else taken.set(block, [from])
}

const SECONDED = /^.{4,200}\b(?:moved|motioned|proposed)\b.{2,60}\bsecond(?:ed|s)\b/i
const FELL_ALONE =
  /^(?:(?:the )?(?:vote|motion) (?:failed|lost|fails|fell)|postponed|deferred|tabled|withdrawn)\b/i
const LEAD = /^((?:The|Our) [\p{L} ]{3,40}):?$/u

/** The decisions of a report: those that are marked as such, and the sentences that sound like one. */
export function readDecisions(blocks: readonly FinishedBlock[], locate: Locator): ReadDecision[] {
  const decisions: ReadDecision[] = []
  let columns: Columns | null = null
  /** Entries of a list belong to the sentence with the colon before them. */
  let listed = false
  let listDepth = 0
  /** "RESOLUTION 2023/19:" alone, above what was resolved. */
  let labelled = false
  /** "The Board:" in front of a list of what it did. */
  let lead = ""
  const known = new Set<string>()
  /** Up to where a motion was told over several blocks. */
  let told = { block: -1, to: 0 }
  const company = setOff(blocks)
  const moved = movedEarlier(blocks)
  const addIn =
    (index: number): Add =>
    (from, to, how) => {
      const each = blocks[index]
      const text = each?.rich.text.slice(from, to).trim()
      if (!each || !text) return
      const { block, rich, under } = each
      const at = locate.span(rich, from, to)
      // A summary at the end repeats what was marked where it was decided.
      const repeats = under === "decisions" && known.has(squeezed(text))
      known.add(squeezed(text))
      const before = decisions.at(-1)
      if (repeats || (before?.block === block.id && from < before.to && to <= before.to)) return
      decisions.push({ block: block.id, from, to, text, item: block.item, at, how })
    }
  /** The places of verdicts in a block, each with what adds that which it is about. */
  const verdictsAt = (index: number) => {
    const own = moved.get(index)
    if (!own) return undefined
    return new Map(
      [...own].map(([at, about]) => [
        at,
        () => about && addIn(about.block)(about.from, about.to, "read"),
      ]),
    )
  }
  for (const [index, { block, rich, under }] of blocks.entries()) {
    if (index < told.block || !["opening", "discussion", "closing", "next"].includes(block.part))
      continue
    const { text } = rich
    // A list below an entry ends where one begins that stands less deep.
    if (block.kind === "bullet" && block.depth < listDepth) listed = false
    const add = addIn(index)
    if (block.kind === "heading") {
      // "It was agreed:", and "(a) to buy a lamp;" looks like an item below it.
      listed &&= block.marker !== null && /^\p{Ll}/u.test(text)
      if (listed) add(0, text.length, "inferred")
      // "1. Previous minutes accepted: motioned by Ana, seconded by Ben"
      const front = `${text} ${blocks[index + 1]?.rich.text.slice(0, 80) ?? ""}`
      const seconded = SECONDED.test(front) && front.length > 24 && decides(text)
      // "2. February minutes, approved": the whole of the item is its title.
      const next = blocks[index + 1]?.block
      const isAll = next?.kind === "heading" || next?.item !== block.item
      if (seconded || (isAll && toldInTitle(text))) add(0, text.length, "inferred")
      labelled = markOf(rich) === text.length && /\d/.test(text)
      listed ||= labelled
      continue
    }
    const lettered = /^\(?(?:[a-z]|[ivx]{1,4})[.)]\s/.test(text)
    const isEntry =
      block.kind === "bullet" || block.kind === "ordered" || block.marker !== null || lettered
    const stretch = {
      opens: block.part === "opening",
      setOff: company.get(index),
      verdicts: verdictsAt(index),
      next: blocks[index + 1]?.rich.text.slice(0, 300),
      counted: () => isCount(blocks[index - 1]?.rich.text.slice(0, 200) ?? ""),
    }
    const begin = index === told.block ? told.to : 0
    const carried = begin === 0 ? endOfCarried(text) : 0
    if (carried > 0) {
      const start = findSentences(text).findLast(({ from }) => from < carried - 1)?.from ?? 0
      if (start > 0 && under === null) addSentences(text, add, { ...stretch, to: start })
      add(start, carried, "read")
      continue
    }
    const motion = begin === 0 ? motionIn(blocks, index) : null
    // "Result: approved" is how it went, and not what was decided.
    const marked = begin === 0 && !stretch.verdicts?.has(0) ? markOf(rich) : null
    if (begin === 0 && isBelowVerdict(blocks, index)) add(0, text.length, "read")
    else if (begin > 0) addSentences(text, add, { ...stretch, from: begin })
    else if (labelled && marked === null && !isEntry) add(0, text.length, "read")
    else if (motion) {
      if (motion.first > 0 && under === null)
        addSentences(text, add, { ...stretch, to: motion.first })
      addIn(motion.block)(motion.from, motion.to, "read")
      told = motion.last
      if (told.block === index) addSentences(text, add, { ...stretch, from: told.to })
    } else if (marked !== null) {
      listed = marked >= text.trimEnd().length
      // "Resolution: Vote failed", "Resolution: Postponed": nothing was decided by it.
      const isOpen = FELL_ALONE.test(text.slice(marked, marked + 40))
      if (!listed && !isOpen && !isNone(text.slice(marked)) && !fellIn(stretch.next ?? ""))
        addMarked(text, marked, add)
    } else if (under === "decisions" && leadsOn(blocks, index)) {
      // "The following points on the workshop:", and each of them is an entry below.
    } else if (block.marker?.includes("[") && OF_LIST.test(text.slice(0, 160))) {
      // "[x] @ana send it", a task that is done, below the heading of what was decided.
    } else if (under === null && addLabelled(text, (from, to) => add(from, to, "read"))) {
      // "| Decision | Hire the barge |"
    } else if (
      under === "decisions" ||
      (under === null && isRow(text) && (columns !== null || headsDecisions(text)))
    ) {
      columns = addRow(text, columns, (from, to) => add(from, to, "read"))
    } else if (listed && isEntry && under === null) {
      if (!isNone(text)) add(0, text.length, "inferred")
    } else if (isEntry && under === null && lead !== "" && decides(`${lead} ${text}`))
      add(0, text.length, "inferred")
    else if (under === null) listed = addSentences(text, add, stretch)
    // "The policy was approved. JP to put it online.   JP": whose task it is stands in the margin.
    else if (blocks[index + 1]?.margin)
      addSentences(text, add, { ...stretch, to: findSentences(text).at(-1)?.from ?? 0 })
    labelled = marked !== null && listed
    if (!listed || marked !== null) listDepth = listed && block.kind === "bullet" ? block.depth : 0
    if (!isEntry) lead = LEAD.exec(text.slice(0, 50))?.[1] ?? ""
    if (under !== "decisions" && !isRow(text)) columns = null
  }
  return decisions
}

/** Whether an entry ends in a colon and those below it stand deeper. */
function leadsOn(blocks: readonly FinishedBlock[], index: number): boolean {
  const [own, below] = [blocks[index], blocks[index + 1]]
  if (!own || !below || !/:\s*$/.test(own.rich.text.slice(-3))) return false
  return below.under === own.under && below.block.depth > own.block.depth
}

const SET_THAT =
  /^(?:it was (?:\p{Ll}{2,12} )?|the \p{L}{3,20} (?:\p{Ll}{2,12} )?)?(?:agreed|decided|resolved|settled)(?: \p{Ll}+ly)? that /iu
/** "… that Ana would write", "… that Ana Lind write". */
const SOMEBODY_DOES =
  /^.{2,90}? (?:would|should|will)\s|^(?!The\b|All\b)(?:(?:Mr|Mrs|Ms|Dr|Prof|Cllr)\.? )?\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}’'-]+)? (?!be\b)\p{Ll}{3,}\s/u
/** The title of a person or an article may stand between "that" and who is meant. */
const TITLE = 16
/** "Ana and Ben: order the lamp", "PZA to talk to them": somebody's task, where it stands in a list of what came of an item. */
const OF_LIST =
  /^(?:[^:.;]{2,60}:\s|@\p{L}|(?:[\p{Lu}@][\p{L}\p{M}\d.'’-]{0,24}(?:,?\s(?:and\s|&\s)?|\s?\/\s?)){1,6}to\s\p{Ll})/u
const LONGEST_FRONT = 64

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
    // "PZA to talk to them", "Ana: Order the lamp" in a list of what came of an item.
    const begins = own.find((start) => start >= from)
    const isTask = begins !== undefined && begins - from < (from === 0 ? LONGEST_FRONT : 2)
    // Behind the label of a decision a handle is as often somebody whom it is about.
    if (isTask && OF_LIST.test(text.slice(0, 160)) && (from === 0 || !text.startsWith("@")))
      return false
    const front = how === "read" ? null : SET_THAT.exec(text.slice(0, 160))
    if (!front || !SOMEBODY_DOES.test(text.slice(front[0].length, 200))) return true
    let next = passed.get(block) ?? 0
    while (next < own.length && (own[next] ?? 0) < from) next += 1
    passed.set(block, next)
    // A task further on, "and that Ana will draft it", is only a part of what was decided.
    return (own[next] ?? Number.POSITIVE_INFINITY) > from + front[0].length + TITLE
  })
}
