import { HONORIFIC } from "@/lib/check/names"
import { plainCase } from "@/lib/check/words"
import type { NameInText } from "../people/names"
import { CONTINENTS, COUNTRIES } from "../people/vocabulary"
import type { Who } from "../people/who"
import { AND_BY, GOES_ON, hasOpinion, isCalledUpon, isCredited, isMover } from "./credited"
import { saidLikewise, saysThat } from "./likewise"
import { namesSaid, type Said } from "./names-said"
import { speaksElsewhere, speaksInFront } from "./speech-elsewhere"
import { listedSpeakers, speakersInBrackets } from "./spoken-lists"
import { SAYINGS, VERBS } from "./spoken-verbs"
import { acts, holds, isAsking, isSilent, presides } from "./stances"

/** Between a name and what its bearer did: "has", "also", "then briefly". */
const BETWEEN =
  /^(?:\](?:\[[^\][]{1,40}\])?)?(?:\s\p{Lu}{1,2}\d[\p{Lu}\d]{1,5}(?!\p{L}))?(?:\s*\([^()]{1,80}\)|\sof\sthe\s\p{Ll}{4,14}(?=\s\p{Ll}+ed\s)|\s(?:from|of)\s(?:the\s)?\p{Lu}[\p{L}’'&.-]{1,24}(?:\s(?:of\s|for\s|and\s|the\s){0,2}\p{Lu}[\p{L}’'&.-]{0,24}){0,5}?)?(?:,[^,.;:]{2,80},)?(?:\s(?:on the (?:contrary|other hand)|in turn|for (?:his|her|their) part|by contrast|in (?:reply|return)))?\s+(?:(?:has|had|have|also|then|first|further|again|briefly|kindly|just|later|finally|next|once|strongly|fully|subsequently|all|both|each|\p{Ll}+ly)\s+){0,3}(\p{Ll}[\p{Ll}-]*)(?:\s+(\p{Ll}+))?/u
/** Before a name that is only spoken of: "that Ana proposed" reports somebody else's words. */
const REPORTED =
  /(?:(?<!\p{L})(?:that|which|whom|what|the|a|an|this|as|if|because|of|by|to|with|from|at|for|on|in|about|near|via|the (?:late|former) (?:\p{L}{1,10}\.?))\s{1,3}|“[^"”]{0,80})$/iu
const REPORTED_ELSEWHERE =
  /(?<!\p{L})(?:que|de|par|pour|avec|chez|por|para|con|dass|ob|von|mit|für|bei|auf|der|die|das|dem|den|des|het|een|som|att)\s$/u
/** "Called to order by the President, Ana Lind" says who led, where the report opens. */
const OPENED_BY = /\b(?:called to order|opened|closed|convened)\b[^;]{0,120}\bby\b[^;]{0,60}$/iu
/** "— It is there, — said Ana", "“No”, replied Ana". */
const SAID_BEFORE =
  /(?:^|[,"”?!]\s?|\s[–—-]\s)(?:said|added|replied|explained|argued|asked|reported|answered|noted|observed|remarked|thought|suggested|announced|recalled|conceded|admitted|countered)\s$/i
/** "“Never again”, Ana muttered." */
const BEHIND_QUOTE = /(?:["”»],|[,.!?]["”»])\s$/
/** Nouns such as "Parliamentarians" that begin a sentence and are nobody's first name. */
const COMMON_ENDING =
  /.{3}(?:ers|ors|ians|ists|ions|ants|ents|ies|als|ives|ings?|ion|ment|ity|ism|ness)$/

/** Somebody who says or does something in a sentence of the minutes. */
export type Speaker = NameInText & { whole: boolean }

/** A name in its sentence, and what is looked at around it. */
type Place = {
  name: Said
  sentence: string
  before: string
  isKnown: boolean
  /** The name in front. */
  other: Said | undefined
  /** Nobody known stands in front of it in its clause. */
  alone: boolean
}

/**
 * The people who speak in a sentence: a name and, right behind it, what was said or done.
 * `who` tells the people of the report, so that a first name alone can be told; `presiding` leaves out
 * those who are only said to have led the meeting.
 */
export function findSpeakers(sentence: string, who: Who, presiding = false): Speaker[] {
  const listed = listedSpeakers(sentence, who)
  if (listed.length > 0) return listed.map((name) => ({ ...name, whole: true }))
  const found: Speaker[] = []
  const bracketed = speakersInBrackets(sentence, who)
  const names = namesSaid(sentence, who)
  let credited = -1
  let known = -1
  for (const [index, name] of names.entries()) {
    const isKnown = who.knows(name.name) || who.knows(plainCase(name.name).split(" ")[0] ?? "")
    if (!couldSpeak(name, isKnown, who)) continue
    const before = sentence.slice(Math.max(0, name.from - 90), name.from)
    const alone = known < 0 || sentence.slice(known, name.from).includes(";")
    const place = { name, sentence, before, isKnown, other: names[index - 1], alone }
    const add = () => found.push({ ...name, whole: name.words > 1 })
    if (bracketed.some(({ from, to }) => from <= name.from && name.to <= to)) {
      add()
      continue
    }
    if (name.possessive) {
      const behind = sentence.slice(name.to, name.to + 160)
      if (who.knows(name.name) && hasOpinion(before, behind)) add()
      continue
    }
    if (
      isCalledUpon(before, sentence.slice(name.to, name.to + 1), isKnown) &&
      (isKnown || name.words > 1)
    ) {
      add()
      continue
    }
    if (presiding && OPENED_BY.test(sentence.slice(Math.max(0, name.from - 210), name.from)))
      continue
    const goesOn =
      credited >= 0 &&
      (GOES_ON.test(sentence.slice(credited, name.from)) || (isKnown && AND_BY.test(before)))
    if (
      (goesOn || isCredited(before) || isMover(sentence, name)) &&
      // Where nobody is listed a first name is all that the report has.
      (isKnown || name.words > 1 || !who.isComplete)
    ) {
      add()
      credited = name.to
      continue
    }
    if (takesTheFloor(place, presiding, found.length > 0)) add()
    if (who.knows(name.name)) known = name.to
  }
  return withJoint(found, names, sentence, who)
}

/** Whether a name may be that of somebody here: in a report that lists all, one word that is none of them is not. */
function couldSpeak({ name, words }: Said, isKnown: boolean, who: Who): boolean {
  if (isKnown) return true
  if (words === 1 && (who.isComplete || !couldBeFirstName(plainCase(name)))) return false
  // "Forty-First Annual", "HARBOUR COMMUNITY": of a title, where those who came are listed.
  if (OF_TITLE.test(name) || (who.isComplete && !/\p{Ll}/u.test(name))) return false
  // "Release is late", "I’ll look": words, where the report writes them small as well.
  return !who.isOfWords(name) && !CONTRACTED.test(name)
}

/** Whether what stands right behind a name says that its bearer spoke. */
function takesTheFloor(place: Place, presiding: boolean, others: boolean): boolean {
  const { name, sentence, before, isKnown, other } = place
  if (isKnown && SAID_BEFORE.test(before)) return true
  if (others && isKnown && saidLikewise(before, sentence.slice(name.to, name.to + 60))) return true
  // "As Ana put it" begins with what she said.
  const quoted = BEHIND_QUOTE.test(before)
  const exempt = quoted || CLEFT.test(before) || ARTICLE.test(before)
  const reported =
    REPORTED.test(before) || REPORTED_ELSEWHERE.test(before) || isQuoted(sentence, name.from)
  if ((reported && !exempt) || isOffice(before, name)) return false
  if (isKnown && place.alone && speaksInFront(before)) return true
  if (HONORIFIC.test(`${before.split(/\s+/).at(-2) ?? ""} X`) && name.words === 1 && !isKnown)
    return false
  const mark = sentence.charAt(name.to)
  const junior = /\b[JS]r$/.test(name.name) && mark === "."
  // "The delegate of Sol, Ms. Ana Lind, presented": the name stands between two commas.
  // "Ana Lind, Sol Networks, asked" is no word of Sol Networks.
  const belongs =
    other !== undefined && other.words > 1 && /^,\s$/.test(sentence.slice(other.to, name.from))
  const beside =
    !belongs && /(?:,|,\sthrough)\s(?:\p{Lu}\p{L}{0,4}\.?\s)?$/u.test(before) && mark === ","
  // "IT (Mr Colleoni) pointed out", "the pilots (Ben) see": who speaks for a body stands in brackets.
  const inside =
    mark === ")" &&
    (IN_BRACKETS.test(before) ||
      (isKnown && (other?.house || other?.to !== name.from - 2) && BEHIND_BODY.test(before)))
  const after = name.to + Number(junior || beside || inside)
  const behind =
    BETWEEN.exec(sentence.slice(name.to, name.to + 260)) ??
    (after > name.to ? BETWEEN.exec(sentence.slice(after, after + 260)) : null)
  const next = sentence.slice(inside ? after : name.to, name.to + 160)
  const front = inside || quoted || isFront(before)
  if (name.house) return SAYINGS.has(behind?.[1] ?? "") || holds(next)
  if (speaksElsewhere(next) || holds(next)) return true
  // "Ana Lind: “We were promised that.”" within a paragraph.
  if (isKnown && /^:\s["“«„]/.test(next.slice(0, 3))) return true
  if (isKnown && CLEFT.test(before) && VERBS.has(BETWEEN.exec(next.slice(WHO))?.[1] ?? ""))
    return true
  if (!behind) return false
  const [, verb = "", object] = behind
  if (TAKES_PLACE.test(`${verb} ${object}`) || isSilent(next) || (presiding && presides(verb)))
    return false
  return (
    VERBS.has(verb) ||
    (isKnown && front && acts(next, verb)) ||
    isAsking(verb, object) ||
    (others && saysThat(before, verb)) ||
    // "The chair invited Ana to recall it. Ana did so."
    (isKnown && front && verb === "did" && object === "so")
  )
}

/** A longer sentence is none, and its marks are not counted anew at each name. */
const LONGEST_QUOTED = 2000
/** Whether a quotation between straight marks is open here, of which the front and the end look alike. */
const isQuoted = (sentence: string, at: number) =>
  sentence.length <= LONGEST_QUOTED &&
  sentence.includes('"') &&
  (sentence.slice(0, at).split('"').length - 1) % 2 === 1

/** "A Ana relatou; o Ben perguntou": Portuguese has the article in front of a name. */
const ARTICLE = /^(?:[AO]|As)\s$|;\s(?:e\s|mas\s)?[ao]\s$/
/** "It was Ana who asked": what is told of her stands behind "who". */
const CLEFT = /(?:^|[.;,]\s)(?:and |but )?it (?:was|is) (?:\p{Lu}\p{L}{0,4}\.?\s)?$/iu
const WHO = " who".length
/** "The Blue Kettle takes place in May": no person does. */
const TAKES_PLACE = /^t(?:akes|ook) place$/
const IN_BRACKETS = /\((?:Mr|Ms|Mrs|Mx|Dr|Prof|Mme|M)\.?\s$/u
/** "The pilots (", "; the Coast Guard (". */
const BEHIND_BODY =
  /(?:^|[.;]\s|,\s(?:and|but|while)\s)(?:the\s|our\s)?(?:[\p{L}'’&-]{2,20}\s){1,4}\($/iu

/** "Ana, Cem and Ben explained the letter", "neither Ana nor Ben liked it": all did. */
function withJoint(
  found: readonly Speaker[],
  names: readonly Said[],
  sentence: string,
  who: Who,
): Speaker[] {
  const speaking = new Set(found.map(({ from }) => from))
  return found.flatMap((speaker) => {
    const joint: Speaker[] = []
    let last: NameInText = speaker
    for (let at = names.findIndex(({ from }) => from === speaker.from) - 1; at >= 0; at--) {
      const other = names[at]
      // "Ana (Town) and Ben (Port) spoke": where they are from stands beside them.
      if (other && sentence.charAt(other.from - 1) === "(") continue
      if (!other || other.possessive || speaking.has(other.from)) break
      const known = who.knows(other.name)
      const joined = (joint.length > 0 && known ? ONE_MORE : JOINED).test(
        sentence.slice(other.to, last.from),
      )
      if (!joined || (other.words < 2 && !known)) break
      joint.unshift({ ...other, whole: other.words > 1 })
      last = other
    }
    // Somebody else may have done something to them: "Dora asked Cem and Ben".
    const front = isFront(sentence.slice(Math.max(0, last.from - 90), last.from))
    return front ? [...joint, speaker] : [speaker]
  })
}

const JOINED =
  /^(?:\s\([^()]{1,60}\))?(?:,? (?:and|nor|or|y|e|et|und|og|en)|,? &) (?:\p{Lu}\p{L}{0,4}\.? )?$/u
const ONE_MORE = /^(?:\s\([^()]{1,60}\))?, (?:\p{Lu}\p{L}{0,4}\.? )?$/u

/** Whether nothing stands in front of a name in its sentence, or only a title. */
const isFront = (before: string) =>
  /^(?:[^\p{L}]*|.*[.;:]\s)(?:\p{Lu}[\p{L}]{0,9}\.?\s)?$/u.test(before)

/** "the Assistant Secretary-General Ms. X" is spoken of by her office, not as one of the group. */
function isOffice(before: string, name: NameInText): boolean {
  return (
    name.words === 1 &&
    /\bthe\s+(?:\p{Lu}[\p{L}-]+\s+){1,5}(?:\p{Lu}\p{Ll}{1,2}\.\s+)?$/u.test(before)
  )
}

const OF_TITLE =
  /(?:^|\s)(?:Annual|Quarterly|Monthly|Biannual|Extraordinary|Plenary)(?:\s|$)|-(?:First|Second|Third|\p{L}{2,8}th)(?:\s|$)/u
/** "I’ll", "We’ve". */
const CONTRACTED = /['’](?:ll|ve|re|d|m|t)$/u

function couldBeFirstName(plain: string): boolean {
  return !COUNTRIES.has(plain) && !CONTINENTS.has(plain) && !COMMON_ENDING.test(plain)
}
