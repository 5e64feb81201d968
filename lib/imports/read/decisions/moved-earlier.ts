import type { FinishedBlock } from "../text/finished"
import { findSentences, type Sentence } from "../text/sentences"
import { anyOf, words } from "../text/stems"
import { decides } from "./decides"
import { markOf } from "./decision-labels"
import { isCount, isSeconded } from "./motions"
import { fateIn, isPut } from "./verdict-words"

/** What was moved, by the block it stands in. */
export type Moved = { block: number; from: number; to: number }
/** What each verdict is about, by its block and the place where its sentence begins; null where that is known already. */
export type MovedEarlier = ReadonlyMap<number, ReadonlyMap<number, Moved | null>>

/** "Ciarán - ", "Ingeborg: ": who moves it, in front of their own words. */
const TURN =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*(?:\s\p{Lu}[\p{L}\p{M}'’.-]*){0,3})\s?(?::|[–—-])\s+(?=(?:(?:I|we)\s)?(?:so\s)?(?:move|motion)\b)/iu
/** "Motion (IC/PR): ", "Vote: ": what is put to the meeting. */
const LABEL =
  /^["“*]{0,2}(motion|vote|poll|proposal|proposed resolution)(?:\s(?:no\.?\s?)?\d{1,3}(?:[./-]\d{1,4})?)?(?:\s?\([^()]{2,60}\))?\s?[:–—]\s+/i
/** "I move that …", "motion to …", "Ana made a motion to …", "moves that …": somebody, and what they move. */
const MOVES =
  /^(?:(?:I|we)\s(?:move|motion)|motion(?: (?:was )?(?:made )?by [^.;:]{2,60}?)?|move)\s(?:that|to)\s|^[^.;:]{1,80}?\b(?:moved|moves|motioned|motions|(?:made|makes|make|initiated|put) (?:a|the) motion)\b[^.;:]{0,80}?\s(?:that|to|for|on|(?:adoption|approval|acceptance|appointment|election) of)\s|^vote on\s|^.{1,200}\b(?:proposes|proposed|moves|moved|motioned)\b.{0,200}[,;]\s[^,;]{2,40}\s(?:seconds|seconded)\b/iu
/** "It was moved by Ana, and seconded by Ben, that:" alone, above the words. */
const ABOVE =
  /^(?:it was )?(?:moved|proposed) by\s.{2,120}(?:that|to)\s?[:–—]$|^[^.;:]{2,60}\s(?:moved|moves|proposed)\b.{0,100}\b(?:that|following)\b.{0,30}:$/iu
/** "Motion passes, the project is recommended." */
const CARRIED = /^(?:the )?(?:motion|vote) (?:is |was )?(?:carrie|passe|adopte|approve)/i
/** "C. Kimberly made a motion": the letter of an entry. */
const LETTER = /^\p{Lu}\.\s+(?=\p{Lu})/u
const STEMS =
  "mov|motion|propos|resol|vot|poll|second|carri|pass|adopt|approv|accept|agree|unan|ayes|object|reject|withdr|fail|lost|tabled|favor|favour"
const hasStem = anyOf(words(`${STEMS}|+1`))
const BEGINS_WITH_STEM = new RegExp(`\\b(?:${STEMS})|\\+1`, "i")
const mayBe = (text: string) => hasStem(text) && BEGINS_WITH_STEM.test(text)
/** A verdict stands no farther behind what it is about. */
const FARTHEST = 20
const LONGEST = 4000

/**
 * What was moved or put to the vote in one place, where a sentence further down tells how it went: with
 * the discussion, the names of those who voted or a link in between.
 */
export function movedEarlier(blocks: readonly FinishedBlock[]): MovedEarlier {
  const found = new Map<number, Map<number, Moved | null>>()
  let open: Moved | null = null
  /** The verdict on the last motion was told, and what is told once more is no other. */
  let settled = -1
  /** Below "Motion 2018/4": its words may stand behind a label of their own. */
  let isMotion = false
  for (const [index, { block, rich }] of blocks.entries()) {
    const text = rich.text.slice(0, LONGEST)
    if (block.kind === "heading") {
      // "ii. Second by Senator Lind" between a motion and its verdict looks like an item.
      if (open && /^second(?:ed|er)?\b/i.test(text)) continue
      // "a. Ana moves to approve it", with "Motion passes 7-0" below: the motion looks like an item.
      isMotion = /^(?:motion|resolution|proposal)\b.{0,12}\d/i.test(text)
      // "Vote: the new format" names an item, "Motion 2: Join the union" has the words of one.
      const words = mayBe(text) && !/^(?:vote|poll)\b/i.test(text)
      open = words ? begunIn(blocks, index, 0, text.length) : null
      settled = -1
      continue
    }
    const worded = isMotion ? TEXT.exec(text.slice(0, 20)) : null
    if (worded) open = { block: index, from: worded[0].length, to: text.length }
    if (worded || !mayBe(text)) continue
    if (open && index - open.block > FARTHEST) open = null
    // "RESOLVED, that …", then "The resolution passed.": what it is about is read by its label.
    const label = markOf(rich)
    const words = label !== null || RESOLVED.test(text.slice(0, 80))
    if (words && fateIn(text.slice(0, 201)) === null) {
      open = null
      settled = index + 1
    }
    const sentences = findSentences(text)
    for (const [at, { from, to }] of sentences.entries()) {
      const sentence = text.slice(from, to)
      // "**Agreed.** Two lamps are bought.": the label of what follows, and no verdict on what stands above.
      if (label !== null && to <= label && label < text.length) continue
      const fate = fateIn(sentence)
      if (fate) {
        const next = sentences[at + 1]
        const behind = next ? text.slice(next.from, next.to) : ""
        // "All ayes. Motion passes, the project is recommended.": the verdict comes behind the votes.
        if (CARRIED.test(behind)) continue
        const about =
          open ?? (at === 0 ? (parentOf(blocks, index) ?? wordsAbove(blocks, index)) : null)
        const worded = isWorded(blocks, index, next !== undefined)
        if (about || worded || settled >= index - 1) {
          const own = found.get(index) ?? new Map<number, Moved | null>()
          // "Ana moved to buy it. The motion carried.": with nothing but the votes between, both are one.
          const isOne =
            about?.block === index &&
            sentences.every(
              (each) => each.from <= about.from || each.from >= from || isBetween(text, each),
            )
          const of = worded ? null : about
          if (fate === "carried") found.set(index, own.set(from, of && isOne ? { ...of, to } : of))
          settled = Math.max(settled, index)
        }
        open = null
        continue
      }
      const begun = begunIn(blocks, index, from, to)
      if (begun) {
        open = begun
        settled = -1
      } else if (CARRIED.test(sentence)) open = null
    }
  }
  return found
}

/** "Text: Approve the budget.", below the number of a motion. */
const TEXT = /^(?:text|wording|motion|proposal)\s?:\s+(?=\S)/i

/** The words of what was carried: "Resolution 11-04: …", "RESOLVED, that …", "Decision 1: …". */
const WORDED = /^\W{0,3}(?:(?:the )?(?:resolution|decision)\b.{0,24}\d|.{0,20}\bresolved\b)/i

/** "It is RESOLVED:", "The Board RESOLVED to appoint": in capitals it is a label wherever it stands. */
const RESOLVED = /\bRESOLVED\b/
/** Whether the words of what was carried stand below the verdict, with their own label. */
function isWorded(blocks: readonly FinishedBlock[], index: number, goesOn: boolean): boolean {
  const below = goesOn ? undefined : blocks[index + 1]?.rich
  return below !== undefined && WORDED.test(below.text.slice(0, 60)) && markOf(below) !== null
}

/** Who seconded, and how the votes fell. */
function isBetween(text: string, { from, to }: Sentence): boolean {
  const said = text.slice(from, to)
  return isCount(said) || isSeconded(said) || fateIn(said) !== null
}

function begunIn(
  blocks: readonly FinishedBlock[],
  index: number,
  from: number,
  to: number,
): Moved | null {
  const text = blocks[index]?.rich.text ?? ""
  const sentence = text.slice(from, to)
  if (ABOVE.test(sentence.slice(-200)) && to >= text.trimEnd().length) {
    const next = blocks[index + 1]
    return next && next.block.kind !== "heading"
      ? { block: index + 1, from: 0, to: next.rich.text.length }
      : null
  }
  const letter = LETTER.exec(sentence.slice(0, 8))?.[0].length ?? 0
  const turn = letter + (TURN.exec(sentence.slice(letter, 80))?.[0].length ?? 0)
  const said = sentence.slice(turn)
  const label = LABEL.exec(said.slice(0, 100))
  if (label && isPut(said.slice(label[0].length)))
    return { block: index, from: from + turn + label[0].length, to }
  return MOVES.test(said.slice(0, 600)) ? { block: index, from: from + turn, to } : null
}

/** How far above a verdict the entry may stand that it is written under. */
const DEEPEST = 8

/** "Agreed.", "Lothar moved it, Ciarán seconded" below an entry, deeper than that: what the entry says. */
function parentOf(blocks: readonly FinishedBlock[], index: number): Moved | null {
  const own = blocks[index]?.block
  if (own?.kind !== "bullet") return null
  for (let at = index - 1; at >= Math.max(0, index - DEEPEST); at--) {
    const above = blocks[at]
    if (above?.block.kind !== "bullet") return null
    if (above.block.depth < own.depth) return whole(above, at)
  }
  return null
}

/** "Ana - the fee is 10 crowns", then "Motion passed 7-0" alone: what stands right above is what it is about. */
function wordsAbove(blocks: readonly FinishedBlock[], index: number): Moved | null {
  const [above, own] = [blocks[index - 1], blocks[index]]
  if (!above || !own || above.block.kind === "heading") return null
  if (
    markOf(own.rich) !== null ||
    above.block.item !== own.block.item ||
    above.block.part !== own.block.part
  )
    return null
  const { text } = above.rich
  const said = findSentences(text.slice(0, LONGEST)).findLast((each) => !isBetween(text, each))
  const words = said ? text.slice(said.from, said.to) : ""
  return said && couldBeMoved(words) && !decides(words)
    ? { block: index - 1, from: said.from, to: said.to }
    : null
}

/** "Ben said that it was late" and the cell of a table are nothing that is voted on. */
const couldBeMoved = (words: string) =>
  /^[^|]\S*\s+\S+\s+\S+\s+\S/.test(words) &&
  !words.endsWith(":") &&
  !SAID.test(words) &&
  (FOR_LATER.test(words) || !TELLS.test(words))
const SAID =
  /\b(?:said|says|asked|thought|told|felt|(?:dis)?agreed|argued|noted|explained|reported|replied|added|answered|believed|wondered|stressed|warned|objected)\b/
const FOR_LATER = /\b(?:THAT|be|shall|will)\b/
const TELLS =
  /\b(?:was|were|had|has|have|did|does|said|says|thought|told|felt|saw|gave|however)\b|(?<!\b(?:an?|the|of) )\b(?!moved|seconded|proposed|need|feed|speed)\p{Ll}{2,16}ed\b/u

/** An entry with what it says; one that ends in a colon leads on to it. */
function whole({ rich: { text } }: FinishedBlock, block: number): Moved | null {
  return /:$/.test(text.trimEnd()) || text.length > LONGEST
    ? null
    : { block, from: 0, to: text.length }
}

/** "Circular Resolution 2018/5: Insurance": the number and the title of what was put, without its words. */
const TITLED =
  /^(?:\p{L}{3,14}\s){0,2}(?:resolution|decision|motion|vote)\s(?:no\.?\s?)?[A-Z]{0,4}\d[\w/.-]{0,12}\s?[:–—-]\s.{3,100}(?<![.])$/iu
const ACCEPTED =
  /^(?:accepted|adopted|approved|passed|carried)\b(?=.{0,100}(?:\bvotes?\b|unanim|\bin favou?r|\d\s?[-–:]\s?\d))/i

/** Whether a block holds what was decided below its title and how it went: the verdict may come first. */
export function isBelowVerdict(blocks: readonly FinishedBlock[], index: number): boolean {
  const verdict = blocks[index - 1]?.rich.text ?? ""
  return (
    ACCEPTED.test(verdict.slice(0, 160)) &&
    TITLED.test(blocks[index - 2]?.rich.text.slice(0, 200) ?? "")
  )
}
