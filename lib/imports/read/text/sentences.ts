import { remembered } from "@/lib/platform/remembered"
import { monthValue } from "../times/months"

/** A sentence of a text: the characters from `from` to `to`. */
export type Sentence = { from: number; to: number }

/** What a full stop belongs to: titles of people and offices, months, and the like; a letter alone is an initial. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "h.e a.m p.m e.g i.e etc mr mrs ms mdm dr prof amb hon dña dra lcdo lcda licdo licda gral cnel arq ven revd rt " +
    "mons d.ª sr sra srta smt kum lic ing mlle mme kag sen rep cllr gov capt maj fr msgr mgr bro bros sis sgt lt " +
    "col cpl gen cdr cmdr ald atty avv drs dhr mevr dott cf pp insp supt cst engr barr adv phdr mudr judr rndr " +
    "mvdr bc messrs rev jr st no nr vs para paras fig approx incl resp dept sec art vol jan feb mar apr jun jul " +
    "aug sep sept oct nov dec"
  ).split(" "),
)
function isAbbreviated(before: string): boolean {
  const [, word = ""] = /(?:^|[\s(["“])([^\s(["“]{1,8})$/.exec(before) ?? []
  return (
    /^\p{L}$/u.test(word) ||
    ABBREVIATIONS.has(word.toLowerCase()) ||
    (NO_VOWEL.test(word) && !/\d\s?\S{0,8}$/.test(before))
  )
}
/** "Hr. Lind", "dl. Lind": no word without a vowel ends a sentence, unless it is a measure behind a figure. */
const NO_VOWEL =
  /^(?!(?:hmm|shh|tb[cd])$)[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,3}$/
/** "R.T. Castellow": two initials in front of a family name; "the U.S. The" is none. */
const INITIALS = /(?<![\p{L}.])(?!(?:U\.[SKN]|D\.C|E\.U|N\.[YZ]|[AP]\.M)$)\p{Lu}\.\p{Lu}$/u
/** "The gate by Block A." and "Ben says no." end a sentence, as the initial of a name and "no. 5" do not. */
const LETTERED =
  /\b(?:block|annex|room|part|option|building|gate|hall|plan|wing|appendix|table) [A-Z]$|\b(?:say|says|said|answer|answered|voted?|votes?|\d{1,3}) no$/i
/** "Am 22. Mai", "on 19. 10. 2022" go on. */
const isDayOfMonth = (before: string, next: string) =>
  /(?:^|[\s(])\d{1,2}$/.test(before) &&
  (monthValue(/^\p{Lu}\p{Ll}{2,8}(?!\p{L})/u.exec(next)?.[0] ?? "") !== undefined ||
    /^\d{1,2}\. ?(?:19|20)\d\d(?!\d)/.test(next) ||
    (/\d{1,2}\. ?\d{1,2}$/.test(before) && /^(?:19|20)\d\d(?!\d)/.test(next)))
const CLOSERS = "\"'”’)]»*_"

/** How many characters at the start of a paragraph are its number: "2.1 ", "(a) ", "[3] ", "A.5 ". */
export function numberInFront(text: string): number {
  return (
    /^(?:[([]?(?:\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?|[a-z]|[ivx]{1,5})[)\]][.:]?|(?:[a-z]\.)?\d{1,3}(?:\.\d{1,3}){0,4}\.?)\s+(?=\p{L})/iu.exec(
      text.slice(0, 30),
    )?.[0].length ?? 0
  )
}

/**
 * Cuts a paragraph into sentences. A full stop ends one when what follows looks like a beginning
 * and what stands before is no abbreviation; a line break always does.
 */
export const findSentences = remembered(sentencesOf)

/** Where a sentence may end. */
const MAY_END = /[\n)\].!?…]/g
/** "[Ana to ask] [Ben to answer]": behind the first bracket, at its end. */
const NEXT_TASK = /^\]\s{1,2}\[\p{Lu}[^[\]]{1,60}\sto\s/u

function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  const push = (to: number) => {
    const piece = text.slice(from, to)
    const lead = piece.length - piece.trimStart().length
    const body = piece.trim().length
    if (body > 0) sentences.push({ from: from + lead, to: from + lead + body })
    from = to
  }
  let passed = 0
  for (const { 0: char, index: i } of text.matchAll(MAY_END)) {
    if (i < passed) continue
    if (char === "\n") {
      push(i)
      continue
    }
    // "(Action: Ana to ask) (Action: Ben to answer)": each bracket speaks for itself.
    if (char === ")" && /^\)\s{1,2}[([](?:Action|ACTION)\b/.test(text.slice(i, i + 12))) push(i + 1)
    if (char === "]" && NEXT_TASK.test(text.slice(i, i + 70))) push(i + 1)
    if (char !== "." && char !== "!" && char !== "?" && char !== "…") continue
    let end = i + 1
    while (end < text.length && CLOSERS.includes(text.charAt(end))) end += 1
    if (end < text.length && !/\s/.test(text.charAt(end))) continue
    const next = text.slice(end, end + 24).trimStart()
    if (next && !/^["'“‘(«[*_>✓✔☑✅\d\p{Lu}]|^[^\p{Ll}\p{Lu}]*[\p{Lo}]/u.test(next)) continue
    if (char === "." && end === i + 1 && next) {
      const before = text.slice(Math.max(0, i - 12), i)
      // "1 p.m. UTC" goes on, "at 1 p.m. The meeting" does not.
      if (
        /[ap]\.m$/i.test(before)
          ? !/^(?:The|It|This|He|She|They|We|There|Those|Present|Also|Next|Our|All|Apologies|Regrets|Excused|Absent|Members|Meeting(?= \d)|In(?= attendance)|CARRIED|DEFEATED|LOST|PASSED|AGREED|ADOPTED|APPROVED)\b/.test(
              next,
            )
          : isDayOfMonth(before, next) ||
            ((isAbbreviated(before) || INITIALS.test(before)) && !LETTERED.test(before))
      ) {
        continue
      }
    }
    push(end)
    passed = end
  }
  push(text.length)
  return sentences
}
