import { plainCase } from "@/lib/check/words"
import type { FinishedBlock } from "../text/finished"
import { anyOf, words } from "../text/stems"
import { countedDay } from "./counted"
import { findMoments } from "./moments"

/** What may stand in front of a title: "X. ", "4) ", "8.1 ", "- ". */
export const NUMBERING =
  "(?:(?:[\\dIVXLC]{1,6}|[A-Za-z])(?:[.)]|\\s\\/)\\s{1,3}|\\d[\\d.]{0,8}\\s{1,3}|\\W{1,4})"
const NEXT =
  "(?:next|following|upcoming|forthcoming|subsequent|follow-?up|prochaine?s?|pr[oó]xim[ao]s?|nächste[rs]?|prossim[ao]|volgende)"
const SITTING =
  "(?:(?:meeting|mtg|call|session|sitting|assembly|plenary|conference|telecon|teleconference|telechat|gathering|meet-?up|get-together|forum|one|réunion|séance|rencontre|reuni[oó]n|sesión|reunião|sessão|cita)s?|(?:\\p{L}{1,12})?sitzung|treffen|termin|riunione|incontro|seduta|vergadering)"
/** "X. Next Meeting – scheduled for Wednesday", "Date and time of the next call. Monday": the day must stand behind it. */
const LABEL = new RegExp(
  `^${NUMBERING}?(?:dates?(?:(?:,| and|,? &) (?:time|place|venue)s?)* (?:of|for) )?(?:the |our )?${NEXT} (?:[\\p{L}'’-]+ ){0,3}?${SITTING}(?: dates?| times?)?(?: for \\p{L}{3,14}(?: and \\p{L}{3,14})?)?\\s{0,16}(?::|\\.{3,40}|[–—-](?=\\s)|\\.(?=\\s))\\s{0,3}(?=\\S)`,
  "iu",
)
const MAY_BE_LABEL = anyOf(
  words("next|follow|coming|subsequent|prochain|proxim|próxim|nächst|prossim|volgend"),
)
/** A day to count from, where it is only asked whether one is told. */
const ANY_DAY = { date: "2020-01-01", time: null, zone: null }

/** Where the day behind a label of the next meeting begins, whatever stands in front of it and between. */
export function behindNextLabel(text: string): number | null {
  if (!MAY_BE_LABEL(text.slice(0, 60))) return null
  const label = LABEL.exec(text.slice(0, 160))?.[0].length ?? null
  if (label === null) return behindOtherWords(text)
  const said = text.slice(label, label + 160)
  return findMoments(said).days.length > 0 || countedDay(said, ANY_DAY) !== null ? label : null
}

/** "ITEMS FOR THE AGENDA OF THE NEXT MEETING: TO BE HELD ON Tuesday 13 February": the day, and what leads to it alone. */
const OTHER_WORDS =
  /^(?:\W{0,4}\d{1,3}[.)]?\s{1,3})?(?:[\p{L}’']{2,14} ){1,7}(?:of|for|at|on) (?:the |our )?next (?:\p{L}{2,14} ){0,2}(?:meeting|call|session):\s{1,3}(?:(?:to be |is |will be )?(?:held |set |scheduled |moved |fixed )?(?:on |for |to )(?:the )?)?(?=\S)/iu

function behindOtherWords(text: string): number | null {
  const label = OTHER_WORDS.exec(text.slice(0, 160))?.[0].length ?? null
  const [day] = label === null ? [] : findMoments(text.slice(label, label + 60)).days
  return day && day.from <= 1 ? label : null
}

const WORD = /[\p{L}\p{N}]{2,30}/gu

/** The words of a title that name who meets: "Regular Board" of a board is itself, "Finance" is not. */
export class OwnName {
  readonly #words: ReadonlySet<string>
  readonly #hasOtherName: boolean

  constructor(titles: readonly string[]) {
    const words = titles.flatMap((title) => title.slice(0, 400).match(WORD) ?? [])
    this.#words = new Set(words.map(plainCase))
    this.#hasOtherName = titles.some((title) => OTHER_NAME.test(title.slice(0, 400)))
  }

  /** "Next mirror group call", "the Pilots' Guild meets next": that of another group, where the title tells who meets. */
  isOther(sentence: string): boolean {
    if (this.#words.size === 0) return false
    const [, group] = GROUP.exec(sentence) ?? []
    const [, ofGroup = group] = OF_GROUP.exec(sentence) ?? []
    if (ofGroup !== undefined && !this.names(ofGroup)) return true
    // "The Town Council takes it up at its next meeting": that of the body that was spoken of last.
    const its = sentence.search(/\b(?:its|their) (?:next|following)\b/i)
    const last = its > 0 ? [...sentence.slice(0, its).matchAll(BODY)].at(-1)?.[0] : undefined
    if (last !== undefined && !this.names(last)) return true
    const [, subject = ""] = SUBJECT.exec(sentence) ?? []
    const [kind = "", ...front] = (subject.match(WORD) ?? []).toReversed()
    // "The Board" may be this body, "the Harbour Board" of a Harbour Forum is not; "Session XV" is no body.
    if (A_SITTING.test(subject)) return false
    return front.length > 0 && (!this.names(subject) || !this.#words.has(plainCase(kind)))
  }

  /** Whether a sentence says that this body meets: "we", "the group", or what the title calls it. */
  meets(sentence: string): boolean {
    const [, subject = ""] = MEETS.exec(sentence) ?? []
    const [kind = "", ...front] = (subject.match(WORD) ?? []).toReversed()
    if (/^(?:we|all|members|participants)$/i.test(kind)) return true
    return this.#words.has(plainCase(kind)) || (GENERIC.test(kind) && front.length === 0)
  }

  /** "The next committee meeting" in the minutes of a club is that of one of its committees. */
  isOfCommittee(sentence: string): boolean {
    const [, kind = ""] = KIND.exec(sentence) ?? []
    return kind !== "" && this.#hasOtherName && !this.#words.has(plainCase(kind))
  }

  /** Whether capitalised words in front of "meeting" say no more than the title, or what any body is called. */
  names(words: string): boolean {
    return (words.match(WORD) ?? []).every(
      (word) => GENERIC.test(word) || this.#words.has(plainCase(word)),
    )
  }

  /** Of several entries, "Build working group: 27 October" and "TAC: 3 November", the one of this body. */
  among(entries: readonly FinishedBlock[]): FinishedBlock | undefined {
    const [first] = entries
    const named = entries.filter(({ rich }) => {
      const [, name] = /^([^:\d–]{2,60}?)\s?(?::|\s[–-])\s/.exec(rich.text) ?? []
      return name !== undefined && /\p{Lu}/u.test(name) && this.names(name)
    })
    return named[0] ?? first
  }
}

const KIND = /\bnext (committee|sub-?committee|task ?force) (?:meeting|call|session)\b/i
/** Titles that name who meets, and no committee. */
const OTHER_NAME =
  /\b(?:board|council|club|business meeting|membership meeting|general meeting|assembly|society|union|senate|congress|plenary)\b/i
const GROUP =
  /\bnext ((?:\p{L}{2,20} ){1,3}(?:group|committee|sub-?committee|sub-?group|task ?force|team|panel|wg)) (?:meeting|call|session)\b/iu
/** "The next meeting of the dredging sub-group" */
const OF_GROUP = new RegExp(
  `\\bnext (?:\\p{L}{2,14} )?${SITTING} of (?:the |our )?((?:[\\p{L}-]{2,20} ){1,3}?(?:group|committee|sub-?committee|sub-?group|task ?force|team|panel|wg))\\b`,
  "iu",
)
/** "The Town Council", "Parliament": a body by its name. */
const BODY =
  /(?:\p{Lu}[\p{L}’']{1,20}(?: of)? ){0,4}(?:Council|Board|Committee|Commission|Parliament|Assembly|Union|Senate|Authority|Agency|Ministry|Guild|League|Association|Society|Club|Federation|Court|Cabinet|Panel|Team|Group|WG|Trust|Chamber|Forum|Network|Congress|Synod)(?!\p{L})/gu
const A_SITTING = new RegExp(`\\b${SITTING}\\b`, "iu")
const VERB =
  "(?:meets?|sits?|gathers?|convenes?|reconvenes?|comes? together|(?:continues?|resumes?)(?= (?:on|at) ))"
const WILL = "(?:will|shall|is to|are to|agreed to|decided to|resolved to|do)"
/** "The Pilots' Guild meets next", "the Harbour Board will next sit": who, where that is a name. */
const SUBJECT = new RegExp(
  `(?:^|[,;] |\\b[Tt]hat )(?:[Tt]he )?((?:\\p{Lu}\\p{L}{1,20}(?:['’]s?)? ){1,4})(?:${WILL} )?(?:next |again )?${VERB}\\b`,
  "u",
)
/** "The Forum therefore meets one week earlier", "we shall sit", "it was agreed that members meet". */
const MEETS = new RegExp(
  `(?:^|[,;] |\\b(?:that|and|so|therefore|the) )(?:the )?((?:[\\p{L}’'-]{2,20} ){1,4}?)(?:therefore |then |thus |also |now |both )?(?:${WILL} )?(?:next |again |therefore |then )?${VERB}\\b`,
  "iu",
)
const GENERIC =
  /^(?:regular|ordinary|general|monthly|annual|quarterly|virtual|online|full|regularly|scheduled|proposed|physical|joint|steering|task|force|face|to|in|person|wg|board|council|committee|group|team|assembly|meeting|call|working|members?|of|the)$/i
