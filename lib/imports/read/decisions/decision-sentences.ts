import { findSentences, numberInFront, type Sentence } from "../text/sentences"
import { decides } from "./decides"
import { labelOf, WITHIN } from "./decision-labels"
import { endOfMoved, isCount, isSeconded } from "./motions"
import { fateIn } from "./verdict-words"
import { isVerdict } from "./verdicts"

export type Add = (from: number, to: number, how: "read" | "inferred") => void
/** Which part of a paragraph is read, and what is known of its sentences. */
type Stretch = {
  from?: number
  to?: number
  /** The paragraph opens the report. */
  opens?: boolean
  /** The first sentence of the paragraph behind. */
  next?: string
  /** The paragraph before counts votes. */
  counted?: () => boolean
  /** Sentences that decide by the way they are set off. */
  setOff?: ReadonlyMap<number, Sentence> | undefined
  /** Sentences that say how what was moved further up went, each with what adds that. */
  verdicts?: ReadonlyMap<number, () => void> | undefined
}

/** What is marked as decided; "Resolution 3: …" within the paragraph begins another. */
export function addMarked(text: string, from: number, add: Add): void {
  const others = findSentences(text).filter(({ from: start }) => start > from)
  let begin = from
  for (const other of others) {
    const front = text.slice(other.from, other.from + 80)
    const mark = /^\p{Lu}/u.test(front) ? labelOf(front) : ""
    if (!/\d/.test(mark)) continue
    add(begin, other.from, "read")
    begin = other.from + mark.length
  }
  // "Result: four for, one against.": how the votes fell is no decision by itself.
  const end = endOfMoved(text, begin)
  const isVote = begin === from && isCount(text.slice(begin, begin + 200))
  if (end > begin && !isVote) add(begin, end, "read")
}

const ASSENT =
  /^no objections?\b|^there was (?:\p{Ll}+ )?support\b|\b(?:live|went along) with (?:this|it|that)\W*$/iu
/** "Moved by Ana, seconded by Ben, the Committee adopted the proposal." */
const ADOPTS_IT =
  /\b(?:adopted|approved|accepted|agreed to|passed) (?:the|this|that) (?!(?:motion|vote)\b)\p{Ll}/u
const TAKEN_NONE = /^No (?:\p{Ll}+ )?(?:decision|vote) (?:was|has been) (?:taken|made|reached)/u

/** What follows is the things that the decision is about, and no decisions. */
const NAMES_FOLLOW =
  /\bthe following (?:\p{L}{1,20} )?(?!(?:decisions?|resolutions?|actions?|points?|steps?|measures?|conclusions?|recommendations?|changes?|amendments?|rules?|arrangements?|text|wording|way|motions?|agreements?)\b)\p{L}{3,30}\b[^:]{0,120}:\s{0,4}$/iu

/** "Thus, the training day stays free.": what follows from a count of votes in front of it. */
const FOLLOWS = /^(?:thus|therefore|hence|accordingly|consequently|so),?\s(?!far\b|on\b)\p{L}/iu

/** "Vote: 9 yes, 2 no. The hall is kept." */
const SETTLED =
  /^(?:The|This|It|We|Our|All|Both)\b[^.;?]{0,80}?\b(?:is|are|will be|stays?|remains?|keep|gets?|goes|moves?) (?!not\b)\p{L}/u

const OF_NUMBER = /^\W{0,2}\d{1,6}\W{0,2}\s?[:–—-]\s/

/** The sentence that a verdict is about: the one before, past "Ben seconded." and how the votes fell. */
function movedBefore(
  text: string,
  sentences: readonly Sentence[],
  index: number,
): Sentence | undefined {
  return sentences.slice(Math.max(0, index - 8), index).findLast(({ from, to }) => {
    const sentence = text.slice(from, to)
    // "ii." in front of a verdict is its number.
    return sentence.length > 5 && !isCount(sentence) && !isSeconded(sentence)
  })
}

/** "Edith moved, Callum seconded that the fee stay at $35": some houses write down no more of what was carried. */
const standsMoved = (sentence: string) =>
  /^(?:\p{Lu}[^\s,.;:]{0,20} ){1,3}moved,? (?:and )?(?:\p{Lu}[^\s,.;:]{0,20} ){1,3}seconded,? (?:that|to)\s\p{L}/u.test(
    sentence,
  )

const GOES_ON =
  /^\W{0,2}(?:[\w/-]{1,10}\] )?(?:the )?(?:motion|vote|voting|resolution|resolved|decision|result|outcome)\b/i
/** Whether what is told behind a motion says how it went, or gives its words. */
function isSettledBelow(
  text: string,
  sentences: readonly Sentence[],
  index: number,
  { next = "" }: Stretch,
): boolean {
  const behind = sentences.slice(index + 1, index + 4).map(({ from, to }) => text.slice(from, to))
  return [...behind, next].some((said) => fateIn(said) !== null || GOES_ON.test(said))
}

/** Adds every sentence that decides; true when the last one leads into a list of what was decided. */
export function addSentences(text: string, add: Add, stretch: Stretch = {}): boolean {
  const { from: begin = 0, to: end = text.length, opens = false, setOff } = stretch
  const sentences = findSentences(text).filter(({ from }) => from >= begin && from < end)
  for (const [index, { from, to }] of sentences.entries()) {
    const start = from + (from === 0 ? numberInFront(text) : 0)
    const sentence = text.slice(start, Math.min(to, start + 1500))
    const verdict = stretch.verdicts?.get(from)
    if (verdict) {
      verdict()
      continue
    }
    const company = setOff?.get(from)
    if (company) {
      add(company.from, company.to, "inferred")
      continue
    }
    // "… was discussed. DECISION: Two lamps are bought.": the label stands within the paragraph.
    const label = index > 0 || begin > 0 ? labelOf(sentence) : ""
    // "Election held by ballot. Results: 4 of 5 votes for.": how many were for it.
    if (label && isCount(sentence.slice(label.length))) continue
    if (label && label.length < sentence.length) {
      const closed = sentence.startsWith("[") && sentence.trimEnd().endsWith("]")
      add(start + label.length, closed ? start + sentence.lastIndexOf("]") : to, "inferred")
      continue
    }
    const before = movedBefore(text, sentences, index)
    if (
      before &&
      /^(?:the )?motion (?:was )?(?:carried|passed|adopted|approved)\W*$|^motion (?:was )?(?:carried|passed|adopted|approved)\b/i.test(
        sentence,
      )
    ) {
      const moved = text.slice(before.from, before.to)
      // "Ana moved, Ben seconded, to approve the minutes. Motion carried, 4-0."
      if (/\bmoved\b/i.test(moved)) {
        add(before.from, to, "inferred")
        continue
      }
      if (/^(?:motion|moved) (?:by|to|made|was made|from)\b/i.test(moved)) {
        add(before.from, before.to, "inferred")
        continue
      }
    }
    if (index > 0 && isVerdict(sentence)) {
      // "Vote: 4 to 2. Carried.": what was carried stands elsewhere.
      if (before && !decides(text.slice(before.from, before.to)))
        add(before.from, before.to, "inferred")
      continue
    }
    const within = WITHIN.exec(sentence)
    if (within) {
      add(start + within.index + within[0].length, to, "inferred")
      continue
    }
    const said = sentences[index - 1]
    const may = FOLLOWS.test(sentence) || (said !== undefined && SETTLED.test(sentence))
    const counted = said
      ? may && isCount(text.slice(said.from, said.to))
      : may && stretch.counted?.() === true
    if (
      !decides(sentence) &&
      !counted &&
      !(standsMoved(sentence) && !isSettledBelow(text, sentences, index, stretch))
    )
      continue
    // "Drop the old lamp? #90: approved.": the number belongs to the question in front.
    const asked = sentences[index - 1]
    if (asked && OF_NUMBER.test(sentence) && text.charAt(asked.to - 1) === "?") {
      add(asked.from, to, "inferred")
      continue
    }
    // "Moved by Ana, seconded by Ben, all in favour.": of what, nobody says.
    if (/\bsecond/i.test(sentence) && !ADOPTS_IT.test(sentence) && fateIn(sentence) !== null)
      continue
    const next = sentences[index + 1]
    // "There was support for a stand. No decision was taken."
    if (next && TAKEN_NONE.test(text.slice(next.from, next.from + 60))) continue
    // "No objection was raised. The Council agreed to it.": how all felt, in front of what they decided.
    const behind = next ? text.slice(next.from, next.to) : (stretch.next ?? "")
    if (ASSENT.test(sentence) && (decides(behind) || labelOf(behind) !== "")) continue
    // "We were all of one mind. Decision: …": how it was decided, in front of what.
    const led = next && labelOf(text.slice(next.from, next.to)) !== ""
    if (led && sentence.split(/\s+/).length < 10) continue
    const moved = next && /^(?:moved|proposed) by\b/i.test(text.slice(next.from, next.to))
    if (moved && sentence.split(/\s+/).length < 5) {
      add(start, next.to, "inferred")
      continue
    }
    // "Upon motion of Ana Lind the following motion was approved:" leads to its words.
    if (/\bthe following (?:motions?|resolutions?) (?:was|were)\b[^:]{0,120}:\s*$/i.test(sentence))
      return index === sentences.length - 1
    // "The agenda was adopted as follows:" decides on the agenda, which is no list of decisions.
    // "The board admitted the following three clubs:" says what was decided, and the list only whom.
    if (NAMES_FOLLOW.test(sentence.slice(-300))) {
      add(start, to, "inferred")
      continue
    }
    if (!opens && index === sentences.length - 1 && /:\s*$/.test(text.slice(to - 2, end)))
      return true
    add(start, to, "inferred")
  }
  return false
}
