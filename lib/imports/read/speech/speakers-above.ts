import { coverageOf } from "../coverage/coverage-words"
import { looksLikeName } from "../people/names"
import { ORDINARY_WORDS } from "../people/vocabulary"
import type { Who } from "../people/who"
import type { FinishedBlock } from "../text/finished"

/** Somebody who has the floor for what stands below: who it is, and where their name stands. */
export type Above = { name: string; from: number; to: number }

const NAME =
  "\\p{Lu}[\\p{L}\\p{M}'’.-]{0,24}(?:\\s(?:\\p{Lu}[\\p{L}\\p{M}'’.-]{0,24}|de|del|van|von|der|al|da|dos|ten)){0,4}"
/** "Aino:", "Hrvoje Lukač" and no more. */
const ALONE = new RegExp(`^(${NAME})\\s?:?$`, "u")
/** "Treasury (J Holm)", "Presentations (Ana Lind, Ben Okoro)". */
const IN_BRACKETS = /\(([^()]{2,80})\)\s?[:.]?$/u
/** "Guiding principles by TPH.", "Checklist, presented by Rafiq:", "Delay from the side, Freja Lund (FL)". */
const AT_END = new RegExp(
  `(?:(?:,|\\s[–—-])\\s|(?:^|\\s)[Bb]y\\s)(${NAME})(?:\\s\\((?:\\p{Lu}{2,4}|on behalf of [^()]{2,40})\\))?\\s?[:.]?$`,
  "u",
)
const LONGEST = 200

/** Whether something was said below: "No news" is nobody's word. */
function isFollowed(blocks: readonly FinishedBlock[], index: number): FinishedBlock | null {
  const [own, below] = [blocks[index], blocks[index + 1]]
  if (!own || !below || below.block.kind === "heading" || below.under !== null) return null
  if (below.block.item !== own.block.item || below.block.part !== own.block.part) return null
  const covered = coverageOf(below.rich.text.slice(0, 300))
  return covered === null || covered === "discussed" ? below : null
}

/** Those whose name stands above what they said: alone over the entries of a list, or in the title of an item. */
export function speakersAbove(
  blocks: readonly FinishedBlock[],
  index: number,
  who: Who,
): readonly Above[] {
  const own = blocks[index]
  const text = own?.rich.text ?? ""
  if (!own || own.under !== null || text.length > LONGEST || !/\p{Lu}/u.test(text)) return []
  if (own.block.kind !== "heading") return aloneAbove(blocks, index, who)
  if (own.block.item === null || !isFollowed(blocks, index)) return []
  const inside = IN_BRACKETS.exec(text)
  const named = (inside && allIn(inside[1] ?? "", inside.index + 1, who)) ?? []
  if (named.length > 0) return named
  const [all, name = ""] = AT_END.exec(text) ?? []
  if (!all) return []
  const whole = isName(name)
  // "Timing in sensor fields, Radu Ionescu (RI)": only people are given initials.
  const told = whole && /\(\p{Lu}{2,4}\)/u.test(all) ? name : null
  const person = whole || !name.includes(" ") ? (who.whole(name) ?? told) : null
  const from = text.lastIndexOf(name)
  return person ? [{ name: person, from, to: from + name.length }] : []
}

const isName = (text: string) =>
  text.includes(" ") &&
  /\p{Ll}/u.test(text) &&
  !ORDINARY_WORDS.has(text.split(" ", 1)[0]?.toLowerCase() ?? "") &&
  looksLikeName(text)

/** All whose whole names stand in the brackets of a title: "(Ana/Ben)" tells whose matter it is, not who spoke. */
function allIn(list: string, at: number, who: Who): Above[] {
  const found: Above[] = []
  let from = 0
  for (const part of list.split(/(,\s|\s&\s|\sand\s)/)) {
    // Who stands in no list is told by an initial: "(Harbour House)" is nobody.
    const unlisted = !who.isComplete || /^\p{Lu}\.?\s/u.test(part) ? part : null
    const person = isName(part) ? (who.whole(part) ?? unlisted) : null
    if (person) found.push({ name: person, from: at + from, to: at + from + part.length })
    else if (!/^(?:,\s|\s&\s|\sand\s)$/.test(part)) return []
    from += part.length
  }
  return found
}

function aloneAbove(blocks: readonly FinishedBlock[], index: number, who: Who): Above[] {
  const own = blocks[index]
  const [all, name = ""] = ALONE.exec(own?.rich.text.trimEnd().slice(0, 80) ?? "") ?? []
  if (!own || !all) return []
  const below = isFollowed(blocks, index)
  const deeper = own.block.kind === "bullet" ? own.block.depth + 1 : 0
  if (below?.block.kind !== "bullet" || below.block.depth < deeper) return []
  const person = who.whole(name)
  return person ? [{ name: person, from: 0, to: name.length }] : []
}
