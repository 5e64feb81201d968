import type { FinishedBlock } from "../text/finished"
import { findSentences, type Sentence } from "../text/sentences"
import { fateOfVotes } from "./verdict-words"

const CARRIED =
  /[.\s(–—-](?:CARRIED|PASSED|ADOPTED|AGREED|APPROVED|Carried|Passed|Adopted|Agreed|Approved)\b[^.]{0,80}\.?$/u

/** What a text ends with where a motion was carried. */
export const isCarried = (text: string) => CARRIED.test(text)

const FELL =
  /\b(?:lost|defeated|lapsed|withdrawn|rejected|not carried|failed|fell|tabled|deferred|no seconder|not put)\b/i

/** "XIV/2", "[152-M1]": the number of a motion. */
const CODE = "[[(]?[\\p{L}\\d]{1,6}(?:[-./][\\p{L}\\d]{1,6}){1,3}[\\])]?[:.]?\\s{1,2}"
/** "Motion: That the levy be 14.", "[152-M1] Motion: Approve the minutes." */
const LABELLED = new RegExp(
  `^(?:${CODE})?(?:motion|proposal)(?:\\s(?:no\\.?\\s?)?\\d{1,3}(?:[./-]\\d{1,4})?)?\\s?[:.]\\s+(?=(?:that|to)\\s|\\p{Lu})(?!moved\\b|(?:made )?by\\b)`,
  "iu",
)
/** "Motion by Ana Lind, seconded by Ben Okoro:", "Moved Ana, seconded Ben:" in front of what they moved. */
const BY_WHOM =
  /^(?:It was )?(?:[Mm]otion (?:made )?by|[Mm]oved(?: by)?|MOVED(?: BY)?|[Pp]roposed by)\s(?!(?:By|BY)\b)(?=\p{Lu})(?:(?! (?:that|to) )[^:;]){2,120}:(?:\s+|$)/u
/** "It was moved by Ana and supported by Ben to approve the agenda." */
const MOVED_TO =
  /^It was (?:moved|proposed) by [^:;.]{2,60}?(?:,| and)? (?:seconded|supported) by (?:(?:Dr|Mrs?|Ms|Cllr)\. )?[^:;.,]{2,40}?,? (?=(?:to|that)\s)/
/** "Moved (Lind/Okoro) that the fee be raised.", "Motion to approve it made by Ana.": the whole sentence. */
const MOVES =
  /^(?=(?:Moved|Proposed)\b[^:;.]{0,100}? (?:to|that)\s|Motion (?:was made )?(?:by [^:;.]{2,60} )?to\s)/u
/** "XIV/2 – That the accounts be received." and "That the accounts be received.": what is moved, alone; "That was good news" is not. */
const THAT = new RegExp(
  `^(?:${CODE}(?:[–—-]\\s)?)?(?=(?:That|THAT)\\s(?!(?:is|was|would|will|had|has|may|might|could|gave|made|left|seems|means|depends)\\b)\\S{1,30}\\s\\S{1,30}\\s)`,
  "u",
)

/** "Moved: Ana Lind   Seconded: Ben Okoro", "Ben seconded.": who moved, in a sentence of its own. */
const WHO = /^(?:moved|mover|proposed|proposer|second(?=:)|seconded|seconder|supported)\b/i
const NUMBER =
  "(?:\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}{4,9}teen|twenty|none|nil|all|nobody)"
/** "Vote: 7 for, 0 against.", "Clergy: 5 for, 1 against.", "Seven for, none against.", "Result: four +1.", "Lind yes, Okoro no." */
const COUNT = new RegExp(
  `^(?:(?:decision|result|outcome)\\s?:\\s)?(?:(?:roll call )?votes?|voting|ballot|roll call|show of hands|all in favou?r|in favou?r|for|against|opposed|abstain(?:ed|ing)?|abstentions?|absent|yeas?|ayes?|nays?|noes|yes|no|result)\\s?(?::\\s.{0,30}?(?:${NUMBER}|\\p{Lu}\\p{L})|[–-]?\\s?\\d)|^all (?:were )?in favou?r\\b|^(?:\\p{L}{2,20} ){0,2}\\p{L}{2,20}: ${NUMBER} (?:for|against|in favou?r|yes|ayes?)\\b|^${NUMBER} (?:of (?:the )?${NUMBER} )?(?:votes? |were )?(?:for|in favou?r|yes|ayes?|[+-]\\d)(?=[^\\p{L}]|$)|^(?:\\+1|[\\p{L}@][\\p{L}\\d_. -]{1,24}(?:, ?(?:and )?[\\p{L}@][\\p{L}\\d_. -]{1,24}){0,20}\\s?: ?\\+1)(?=[^\\d]|$)|^\\p{L}[\\p{L}’' -]{1,40} (?:yes|aye|no|nay|yea|abstained)(?:,|;)\\s`,
  "iu",
)
/** "CARRIED on the voices", "Motion carried.", "The motion was lost by one vote." */
const VERDICT =
  /^(?:(?:result|outcome|vote|decision)\s?:\s)?(?:the |this |it )?(?:amended )?(?:motion |resolution |proposal |vote )?(?:was |is )?(?:unanimously )?(?:carried|carries|passed|passes|adopted|agreed|approved|accepted|lost|lapsed|defeated|withdrawn|rejected|failed|not carried)(?=$|[.,;!)]|:(?!\s+(?!unan|nem|by|with|all|none|nobody)\p{L})|\s(?:[(\d–—-]|unanim|by|with|on|for|nem|as|in|u(?:nan)?(?=\W|$))|\s?[–—-])/iu

/** Whether more were for it than against it; null where the count does not tell. */
function wentByVotes(sentence: string): boolean | null {
  const fate = fateOfVotes(sentence)
  return fate && fate === "carried"
}

/** "Moved by Ana, passed 6-0.": how it went, behind who moved it. */
const WHO_CARRIED =
  /[,;–—]\s(?:and (?:was )?)?(?:unanimously )?(?:carried|passed|adopted|agreed|approved|accepted)\b/i
const toldCarried = (sentence: string) =>
  CARRIED.test(` ${sentence}`) ||
  VERDICT.test(sentence) ||
  (WHO.test(sentence) && WHO_CARRIED.test(sentence))

/** Whether a sentence counts the votes or says who moved, and is no decision by itself. */
export const isCount = (said: string) => COUNT.test(said)
export const isSeconded = (said: string) =>
  /^(?:\S+ ){1,3}seconded(?: it| the motion)?\.$|^(?:moved|seconded?|proposed)(?: by)?\s?:|^(?:proposée?s?|appuyée?s?) par\b(?!.{0,200}\bque\b)/i.test(
    said,
  )
/** What tells how a motion went; "Moved Ana, seconded Ben:" opens another one. */
const isBelow = (said: string) =>
  !BY_WHOM.test(said) &&
  (WHO.test(said) || COUNT.test(said) || VERDICT.test(said) || isSeconded(said))

/** Where what is told of a motion begins behind it; -1 where it was lost, the end where nothing is told. */
export function endOfMoved(text: string, from: number): number {
  const behind = findSentences(text).filter((each) => each.from > from)
  const said = behind.map((each) => text.slice(each.from, Math.min(each.to, each.from + 300)))
  const first = said.findLastIndex((sentence) => !isBelow(sentence)) + 1
  if (first >= said.length) return text.length
  return said.slice(first).some((sentence) => FELL.test(sentence))
    ? -1
    : (behind[first]?.from ?? -1)
}

/** A motion and what is told of it take fewer sentences. */
const REACH = 16
/** Behind a motion at most so many blocks tell how it went. */
const MOST = 4

type Place = { block: number; from: number; to: number }
/** What was moved, empty where it was not carried; `first` and `last` are the whole of what tells it. */
export type Motion = Place & { first: number; last: { block: number; to: number } }

/** Passes over all texts that open no motion. */
const MAY_MOVE = /\b(?:motion|moved|proposal|proposed)\b|(?:^|[.):–—-] |\d )that /i
/** And over all sentences that do not begin as one. */
const MAY_OPEN =
  /^(?:[[(]?[\p{L}\d]{1,6}[-./]|motion\b|proposal\b|proposed\b|moved\b|it was (?:moved|proposed)|that\s)/iu

/**
 * The first motion that begins in a block: what was moved stands behind its label, behind those who
 * moved it, or alone; who moved, how the votes fell and the verdict follow, on one line or on several.
 */
export function motionIn(blocks: readonly FinishedBlock[], index: number): Motion | null {
  const text = blocks[index]?.rich.text ?? ""
  if (!MAY_MOVE.test(text.slice(0, LONGEST))) return null
  const sentences = findSentences(text)
  for (const [at, sentence] of sentences.entries()) {
    const from = sentence.from + titleIn(text, sentence.from)
    const front = text.slice(from, from + 240)
    if (!MAY_OPEN.test(front)) continue
    const labelled = LABELLED.exec(front)
    const opened =
      labelled ??
      BY_WHOM.exec(front) ??
      MOVED_TO.exec(front) ??
      MOVES.exec(front) ??
      THAT.exec(front)
    if (!opened) continue
    const begin = from + opened[0].length
    const moved =
      text.slice(begin).trim() === "" ? wordsBelow(blocks, index) : { block: index, from: begin }
    const told =
      moved &&
      follow(blocks, sentences.slice(at, at + REACH), moved, /motion/i.test(labelled?.[0] ?? ""))
    if (told) return { ...told, first: from }
  }
  return null
}

/** "Approval of the Agenda: MOTION: To accept it.": the title of an item on one line with what was moved there. */
const TITLE = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s)?[^.:;]{3,80}:\s+(?=motion\s?[:.]\s)/i
const titleIn = (text: string, from: number) =>
  TITLE.exec(text.slice(from, from + 100))?.[0].length ?? 0

/** Characters of a block that are looked at for a motion. */
const LONGEST = 6000

/** "Motion by Ana Lind:" alone: what was moved stands in the block below. */
function wordsBelow(blocks: readonly FinishedBlock[], index: number) {
  const next = blocks[index + 1]
  if (!next || next.block.kind === "heading" || next.block.kind === "ordered") return null
  return { block: index + 1, from: 0 }
}

function follow(
  blocks: readonly FinishedBlock[],
  sentences: readonly Sentence[],
  { block, from }: { block: number; from: number },
  labelled: boolean,
): Omit<Motion, "first"> | null {
  const text = blocks[block]?.rich.text ?? ""
  const own = from === 0 ? findSentences(text).slice(0, REACH) : sentences
  const behind = own.findIndex(
    (each) => each.from > from && isBelow(text.slice(each.from, each.from + 200)),
  )
  if (behind < 0 && own.length >= REACH) return null
  const to = behind < 0 ? text.length : (own[behind]?.from ?? text.length)
  let last: Motion["last"] | null = null
  let carried: boolean | null = null
  /** Takes what tells of the motion; false at the first sentence that tells of something else. */
  const take = (at: number, said: string, each: readonly Sentence[]): boolean => {
    for (const { from: start, to: end } of each) {
      const sentence = said.slice(start, Math.min(end, start + 300))
      if (!isBelow(sentence)) return false
      last = { block: at, to: end }
      if (FELL.test(sentence)) carried = false
      else if (carried === null && toldCarried(sentence)) carried = true
      else if (carried === null && COUNT.test(sentence)) carried = wentByVotes(sentence)
    }
    return true
  }
  let open = behind < 0 || take(block, text, own.slice(behind))
  for (let at = block + 1; open && at <= block + MOST; at++) {
    const next = blocks[at]
    if (!next || next.block.kind === "heading") break
    open = take(at, next.rich.text, findSentences(next.rich.text.slice(0, 1000)))
  }
  if (last === null || (carried === null && !labelled)) return null
  return carried ? { block, from, to, last } : { block, from, to: from, last }
}
