import type { FinishedBlock } from "../text/finished"
import type { Rich, RichMark } from "../text/rich"
import { findSentences, numberInFront, type Sentence } from "../text/sentences"
import { decides } from "./decides"
import { DECISION_MARKED } from "./outcome-labels"

/** Whether a mark sets a label off in bold, and nothing behind it. */
export const isOnlyBold = ({ kind, from, to }: RichMark, length: number) =>
  kind === "bold" && from === 0 && Math.abs(to - length) <= 1

/** Ways to set a sentence off from what was said before it. */
type Way = "bold" | "tick" | "quote"
/** A sentence, where it begins with what sets it off, and how that is done. */
type Found = Sentence & { at: number; way: Way }
const lettered = (text: string) =>
  /^[a-z]\.\s+(?=\p{Lu}|\d)/u.exec(text.slice(0, 8))?.[0].length ?? 0
const TICK = /^[✓✔☑✅]\s{0,3}(?=["“(\p{L}\d])/u
/** "Ana Lind and Ben to bring the drawings": set off as well, but somebody's task. */
const TASK = /^(?:\p{Lu}[\p{L}'’.-]{0,24}(?:,? and |, | & | )){1,8}to \p{Ll}{2,}/u
/** So many of them decide by themselves. */
const LEAST = 2
/** So many where none does, each a paragraph of its own on an item. */
const LEAST_ALONE = 2
/** For each that does, so many may not: a tick means little else, bold means much. */
const MOST: Record<Way, number> = { bold: 1, tick: 2, quote: 1 }

/** Where what is decided begins and ends, by the block it stands in and the place where its sentence begins. */
export type SetOff = ReadonlyMap<number, ReadonlyMap<number, Sentence>>

/**
 * Sentences that decide nothing by their words, yet are set off as others are that do: in bold, behind a
 * tick, in a quotation of their own.
 */
export function setOff(blocks: readonly FinishedBlock[]): SetOff {
  const ways: Record<Way, { deciding: number; others: [number, Found][] }> = {
    bold: { deciding: 0, others: [] },
    tick: { deciding: 0, others: [] },
    quote: { deciding: 0, others: [] },
  }
  for (const [index, { block, rich }] of blocks.entries()) {
    if (block.part !== "discussion" || (block.kind !== "paragraph" && block.kind !== "quote"))
      continue
    for (const each of setOffIn(rich, block.kind === "quote")) {
      const way = ways[each.way]
      const said = rich.text.slice(each.from, each.to)
      if (TASK.test(said)) continue
      if (decides(said)) way.deciding += 1
      else way.others.push([index, each])
    }
  }
  const found = new Map<number, Map<number, Sentence>>()
  for (const way of ["bold", "tick", "quote"] as const) {
    const { deciding, others } = ways[way]
    const among = deciding >= LEAST && others.length <= deciding * MOST[way]
    if (!among && (way === "quote" || !isOnlyWay(blocks, deciding, others))) continue
    for (const [index, { at, from, to }] of others) {
      const own = found.get(index) ?? new Map<number, Sentence>()
      found.set(index, own.set(at, { from, to }))
    }
  }
  return found
}

/**
 * Whether a report tells what was decided in this way and no other: paragraphs on several items that say what is
 * from now on ("✔ Empty plots are let as halves."), where nothing else decides or has the label of a decision.
 */
function isOnlyWay(
  blocks: readonly FinishedBlock[],
  deciding: number,
  others: readonly [number, Found][],
): boolean {
  const items = new Set(others.map(([index]) => blocks[index]?.block.item))
  if (others.length < LEAST_ALONE || items.size < LEAST_ALONE || items.has(null)) return false
  const rules = others.every(([index, { from, to }]) => {
    const text = blocks[index]?.rich.text ?? ""
    const said = text.slice(from, Math.min(to, from + LONGEST))
    return to >= text.trimEnd().length && HOLDS.test(said) && !PAST.test(said)
  })
  if (!rules) return false
  const said = blocks
    .filter(({ block }) => block.part === "discussion")
    .map(({ rich }) => rich.text)
  const decided = said.filter((text) =>
    findSentences(text).some((each) => decides(text.slice(each.from, each.to))),
  )
  return decided.length <= deciding && !said.some((text) => DECISION_MARKED.test(text.slice(0, 80)))
}

/** So much of a sentence is looked at. */
const LONGEST = 600
/** What is from now on: no question, no call to anybody and nothing that was. */
const HOLDS = /^(?:\p{Lu}|\d).{8,300}\.$/u
const PAST =
  /^(?:please|note|see|thanks?|sorry)\b|\b(?:was|were|had|did|said|asked|told|thought|came|went|took|gave)\b|(?<!\b(?:is|are|be|been|stays?|remains?|gets?|an?|the|of|\p{Ll}+ly) )\b(?!need|feed|speed)\p{Ll}{2,16}ed\b/iu

/** Whole sentences, each with the way it is set off. */
function setOffIn(rich: Rich, quoted: boolean): Found[] {
  const { text, marks } = rich
  if (!quoted && !/[✓✔☑✅]/u.test(text) && !marks.some(({ kind }) => kind === "bold")) return []
  const sentences = findSentences(text)
  if (quoted) {
    const [only] = sentences
    return only && sentences.length === 1 && /[.)]$/.test(text)
      ? [{ ...only, at: only.from, way: "quote" }]
      : []
  }
  const bold = new Map(
    marks.filter(({ kind }) => kind === "bold").map((mark) => [mark.from, mark.to]),
  )
  return sentences.flatMap(({ from: start, to }, index): Found[] => {
    // "d. **Number 33 receives twenty nights.**"
    const from = start + (index === 0 ? numberInFront(text) || lettered(text) : 0)
    const tick = TICK.exec(text.slice(from, from + 6))?.[0].length
    if (tick !== undefined) return [{ at: start, from: from + tick, to, way: "tick" }]
    const isBold = [from - 1, from, from + 1].some(
      (start) => Math.abs((bold.get(start) ?? Number.NEGATIVE_INFINITY) - to) <= 1,
    )
    return isBold && /[.)]$/.test(text.slice(from, to))
      ? [{ at: start, from, to, way: "bold" }]
      : []
  })
}
