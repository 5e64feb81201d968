import type { Mentioned, Span } from "@/lib/check/model"
import { nameKey } from "@/lib/check/names"
import type { Who } from "../people/who"
import type { FinishedBlock } from "../text/finished"
import { findSentences, numberInFront } from "../text/sentences"
import type { Locator } from "../text/source"
import { speakerMeant } from "./pronouns"
import { speakersAbove } from "./speakers-above"
import { findSpeakers } from "./speech"
import { stampedBy } from "./stamped"
import { personOf, type Turn, turnOf } from "./turns"

/** The hour in front of a line of a chat: whatever label stands behind it is somebody's. */
const CLOCK = /^[[(]?\d{1,2}:\d{2}/
const isAny = () => true

/** Characters between a name and the task behind it. */
const WIDEST_SIGN = 4

type Found = { name: string; whole: boolean; mention: Mentioned }

/**
 * Everybody who speaks in a report, as often as they do. A first name, a family name or initials stand for the
 * whole name that the list or the text has for them; whoever is met whole is added to `who`.
 */
export function readMentions(
  blocks: readonly FinishedBlock[],
  who: Who,
  locate: Locator,
): Mentioned[] {
  const spoken = blocks.filter(
    ({ block }) =>
      (block.part === "discussion" || block.part === "opening") && block.kind !== "heading",
  )
  // Among actions "Ana: write the letter" says whose it is.
  const turns: (Turn | null)[] = spoken.map(({ block, rich, under }) =>
    block.part === "discussion" && under === null ? turnOf(rich.text) : turnOf(rich.text, "titled"),
  )
  // Without any heading all that was said stands in the opening.
  if (!turns.some((turn) => turn !== null))
    for (const [index, { rich, under }] of spoken.entries()) {
      const turn = under === null ? turnOf(rich.text) : null
      const told = turn && rich.text.slice(turn.to).split(" ", 5).length > 2
      if (told && (!who.isComplete || who.knows(turn.label))) turns[index] = turn
    }
  const often = labelsThatComeBack(turns, who)
  const found: Found[] = []
  for (const [index, { block, rich }] of blocks.entries())
    if (block.part === "discussion")
      for (const { name, from, to } of speakersAbove(blocks, index, who)) {
        const at = locate.span(rich, from, to)
        found.push({ name, whole: true, mention: { name, speaks: true, at, item: block.item } })
      }
  for (const [index, { block, rich, under }] of spoken.entries()) {
    const said = block.part === "discussion" && under === null
    const add = (name: string, whole: boolean, from: number, to: number) => {
      const at = locate.span(rich, from, to)
      found.push({ name, whole, mention: { name, speaks: true, at, item: block.item } })
    }
    const turn = turns[index]
    const person = turn ? personOf(turn, who, CLOCK.test(block.marker ?? "") ? isAny : often) : null
    // "CHAIR LOUIS R. STANTON –" is "CHAIR STANTON –" from then on.
    if (turn?.titled && person?.includes(" ")) who.add(person)
    if (turn && person) add(person, true, turn.from, turn.to)
    const begins = turn && person ? turn.to : 0
    const stamped = said ? stampedBy(block.marker ?? "", rich.text, who) : null
    if (stamped) add(stamped, true, 0, rich.text.length)
    const sentences = findSentences(rich.text)
    for (const [at, { from, to }] of sentences.entries()) {
      if (to <= begins) continue
      // "1.1 The Chair …": the number is no part of the sentence.
      const start = Math.max(from, begins) + (from === 0 ? numberInFront(rich.text) : 0)
      // "Ben asked whether they could. Ana: yes, but not before May": a turn within a paragraph.
      const inner = from > 0 && said ? turnWithin(rich.text.slice(start, to), who) : null
      if (inner) add(inner.person, true, start + inner.turn.from, start + inner.turn.to)
      for (const speaker of findSpeakers(rich.text.slice(start, to), who, block.part === "opening"))
        add(speaker.name, speaker.whole, start + speaker.from, start + speaker.to)
      const front = sentences
        .slice(Math.max(0, at - 3), at)
        .map((s) => rich.text.slice(s.from, s.to))
      const meant = said ? speakerMeant(rich.text.slice(start, to), front, who) : null
      if (meant) add(meant.name, true, start + meant.from, start + meant.to)
    }
  }
  for (const { name, whole } of found) if (whole && who.whole(name) === null) who.add(name)
  return found.map(({ name, mention }) => ({ ...mention, name: who.whole(name) ?? name }))
}

/** Each of those who speak once, where they first do; whoever stands in front of a task with its day says nothing by it. */
export function onceEach(
  mentions: readonly Mentioned[],
  tasks: readonly { at: Span; owners: readonly string[]; due: string | null }[],
): Mentioned[] {
  const once = new Map<string, Mentioned>()
  for (const mention of mentions) {
    const { name, at: said } = mention
    // "Ana: ask the port (by 5 May)".
    const isTask = tasks.some(
      ({ at, owners, due }) =>
        due !== null &&
        at.from > said.to &&
        at.from <= said.to + WIDEST_SIGN &&
        owners.includes(name),
    )
    if (!isTask && !once.has(nameKey(name))) once.set(nameKey(name), mention)
  }
  return [...once.values()]
}

/** The turn of somebody known that a sentence begins with. */
function turnWithin(sentence: string, who: Who): { turn: Turn; person: string } | null {
  const begins = /^[^:]{2,60}(?::|\s[–—-])\s/.test(sentence.slice(0, 64))
  const turn = begins ? turnOf(sentence) : null
  const person = turn && personOf(turn, who, () => false)
  return turn && person ? { turn, person } : null
}

/** Labels that begin several turns, or stand among many different ones of people. */
function labelsThatComeBack(turns: readonly (Turn | null)[], who: Who): (label: string) => boolean {
  const counts = new Map<string, number>()
  for (const turn of turns)
    if (turn && !turn.listed) counts.set(turn.label, (counts.get(turn.label) ?? 0) + 1)
  const whole = [...counts.keys()].filter((label) => label.includes(" "))
  // Where the list has everybody, labels of which it knows none are those of topics.
  const people = whole.filter((label) => who.knows(label)).length
  const many = whole.length >= 3 && (!who.isComplete || people * 2 >= whole.length)
  const small = [...counts].filter(([label, count]) => /^\p{Ll}/u.test(label) && count >= 2)
  return (label) =>
    (/^\p{Ll}/u.test(label) ? small.length >= 2 : many) || (counts.get(label) ?? 0) >= 2
}
