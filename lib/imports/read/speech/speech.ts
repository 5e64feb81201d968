import { HONORIFIC } from "@/lib/check/names"
import { plainCase } from "@/lib/check/words"
import type { NameInText } from "../people/names"
import { CONTINENTS, COUNTRIES } from "../people/vocabulary"
import type { Who } from "../people/who"
import { namesSaid } from "./names-said"
import { speaksElsewhere } from "./speech-elsewhere"

const REGULAR =
  "abstain accuse accept acknowledge add address adjourn admit advise advocate desire canvass affirm agree analyse announce answer apologise apologize appeal appreciate argue ask assert assure attribute blame beg brief call caution chair challenge cite clarify close comment compare complain complement compliment concede conclude confess contend contest retort recognise recognize deny remember contradict counsel concur confirm congratulate consider contribute convey counter declare defend demand demonstrate deplore deny describe detail disagree disclose discuss dispute distribute doubt echo elaborate emphasise emphasize encourage enquire estimate explain express fear favor favour flag greet grumble guide highlight hope indicate inform inquire insist interrupt interject intervene introduce invite join jump joke lament list maintain mention moderate move narrate nominate note notice object observe offer open opine oppose outline plead pledge prefer point pose praise predict present promise propose provide query question quote raise query react read reason reassure reckon remonstrate recall recap recapitulate recommend recount refer reflect regret reiterate relate relay remark remind repeat reply report request respond reveal review second share side signal specify start submit stand state stress suggest summarise summarize support suspect sympathise table thank touch underline underscore update urge volunteer voice vote walk vent warn welcome wish wonder worry"
const IRREGULAR =
  "said says gave gives told tells spoke speaks brought brings took takes made makes thought thinks felt feels got gets put puts led leads began begins went goes saw sees showed shows drew draws set sets read reads laid lays kept keeps commends sought seeks ran runs knew knows undertook undertakes wrote wanted wants found finds held holds liked"

const VERBS: ReadonlySet<string> = new Set([
  ...REGULAR.split(" ").flatMap(inflected),
  ...IRREGULAR.split(" "),
])

function inflected(verb: string): string[] {
  const doubled = /^(?:recap|flag|refer|prefer|regret|admit|signal)$/.test(verb)
    ? verb + verb.slice(-1)
    : verb
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ied`, `${verb.slice(0, -1)}ies`]
  const past = verb.endsWith("e") ? `${verb}d` : `${doubled}ed`
  const present = /(?:s|sh|ch|x|o)$/.test(verb) ? `${verb}es` : `${verb}s`
  return [past, present]
}

/** Between a name and what its bearer did: "has", "also", "then briefly". */
const BETWEEN =
  /^(?:\](?:\[[^\][]{1,40}\])?)?(?:\s\p{Lu}{1,2}\d[\p{Lu}\d]{1,5}(?!\p{L}))?(?:\s*\([^()]{1,80}\)|\s(?:from|of)\s(?:the\s)?\p{Lu}[\p{L}’'&.-]{1,24}(?:\s(?:of\s|for\s|and\s|the\s){0,2}\p{Lu}[\p{L}’'&.-]{0,24}){0,5}?)?(?:,[^,.;:]{2,80},)?\s+(?:(?:has|had|have|also|then|first|further|again|briefly|kindly|just|later|finally|next|once|strongly|fully|subsequently|\p{Ll}+ly)\s+){0,3}(\p{Ll}[\p{Ll}-]*)(?:\s+(\p{Ll}+))?/u
/** Before a name that is only spoken of: "that Ana proposed" reports somebody else's words. */
const REPORTED =
  /(?:(?<!\p{L})(?:that|which|whom|what|the|a|an|this|as|if|because|of|by|to|with|from|at|for|on|in|about|near|via)\s{1,3}|["“][^"”]{0,80})$/iu
const CALLED_UPON = /^(?:(?:For|According to|Following|As per)\s+)$/

/** "raised by Ana", "a question from Ana": what stands in front of somebody who spoke. */
const SPOKEN_BY =
  /\b(?:(?:raised|presented|shown(?: (?:the|an?) \p{Ll}+)?|demonstrated|propos(?:ed|ée?)|moved|motion|second(?:ed)?|appuyée?|asked|introduced|supported|opened|closed|called to order|requested|reported|explained|tabled|given|delivered|shared|voiced|expressed|noted|opposed|told|informed|reminded|pointed out|remarked|stated|assured|warned)(?:\s\p{Ll}+ly|\s(?:at|on)\s[^,;]{1,40}?)?\s+(?:by|par)|(?:questions?|comments?|proposals?|remarks?|presentations?|updates?|statements?|interventions?|motions?|suggestions?|briefings?|objections?|repl(?:y|ies)|answers?)\s+(?:by|from)|(?:questions?|remarks?|requests?|interventions?|suggestions?)\s+of)\s+(?:[\p{L}-]{2,20}\.?,?\s+){0,3}$/iu
/** A second speaker whose verb is left out: "… said that it was late, and Ben that it was not". */
const OPENED_BY = /\b(?:called to order|opened|closed|convened)\b[^;]{0,120}\bby\b[^;]{0,60}$/iu
const CAME_FROM =
  /\b(?:came|comes) from\s$|^(?:heard|spoke|speakers?|presenter|presentation|mover|seconder|proposer|sponsor|second)\s?:\s(?:\p{Lu}\p{L}{0,4}\.\s)?$/iu
/** "Apologies came from Ana": she was not there. */
const EXCUSES = /\b(?:apolog(?:y|ies)|regrets|excuses)\b/i
const LIKEWISE = /(?:[,;]\s|\s)(?:and|while|whereas)\s$/
/** What somebody does who opens or leads a meeting, which is no word on its subject. */
const PRESIDES = /^(?:chair|host|moderate|facilitate|le[ad]|organi[sz]e|convene)/

/** Nouns such as "Parliamentarians" that begin a sentence and are nobody's first name. */
const COMMON_ENDING =
  /.{3}(?:ers|ors|ians|ists|ions|ants|ents|ies|als|ives|ings?|ion|ment|ity|ism|ness)$/

/** Somebody who says or does something in a sentence of the minutes. */
export type Speaker = NameInText & { whole: boolean }

/**
 * The people who speak in a sentence: a name and, right behind it, what was said or done.
 * `who` tells the people of the report, so that a first name alone can be told; `presiding` leaves out
 * those who are only said to have led the meeting.
 */
export function findSpeakers(sentence: string, who: Who, presiding = false): Speaker[] {
  const found: Speaker[] = []
  let spokenBy = -1
  const names = namesSaid(sentence, who)
  for (const [index, name] of names.entries()) {
    if (
      name.possessive &&
      !(who.knows(name.name) && OPINION.test(sentence.slice(name.to, name.to + 60)))
    )
      continue
    const before = sentence.slice(Math.max(0, name.from - 90), name.from)
    if (name.possessive && isFront(before)) {
      found.push({ ...name, whole: name.words > 1 })
      continue
    }
    const plain = plainCase(name.name)
    const isKnown = who.knows(name.name) || who.knows(plain.split(" ")[0] ?? "")
    if (name.words === 1 && !isKnown && (who.isComplete || !couldBeFirstName(plain))) continue
    // "Release is late", "I’ll look": words, where the report writes them small as well.
    if (!isKnown && (who.isOfWords(name.name) || CONTRACTED.test(name.name))) continue
    const called = CALLED_UPON.test(before) && /^,/.test(sentence.slice(name.to))
    if (called && (isKnown || name.words > 1)) {
      found.push({ ...name, whole: name.words > 1 })
      continue
    }
    // "Called to order by the President, Ana Lind" says who led, where the report opens.
    if (presiding && OPENED_BY.test(sentence.slice(Math.max(0, name.from - 210), name.from)))
      continue
    const joined = spokenBy >= 0 && /^(?:,| and|, and)\s$/.test(sentence.slice(spokenBy, name.from))
    if (
      (SPOKEN_BY.test(before) ||
        joined ||
        isMover(sentence, name) ||
        (CAME_FROM.test(before) && !EXCUSES.test(before))) &&
      // Where nobody is listed a first name is all that the report has.
      (isKnown || name.words > 1 || !who.isComplete)
    ) {
      found.push({ ...name, whole: name.words > 1 })
      spokenBy = name.to
      continue
    }
    if (isOffice(before, name) || REPORTED.test(before)) continue
    if (HONORIFIC.test(`${before.split(/\s+/).at(-2) ?? ""} X`) && name.words === 1 && !isKnown)
      continue
    const junior = /\b[JS]r$/.test(name.name) && sentence.charAt(name.to) === "." ? 1 : 0
    // "The delegate of Sol, Ms. Ana Lind, presented": the name stands between two commas.
    // "Ana Lind, Sol Networks, asked" is no word of Sol Networks.
    const other = names[index - 1]
    const belongs =
      other !== undefined && other.words > 1 && /^,\s$/.test(sentence.slice(other.to, name.from))
    const beside =
      !belongs &&
      /(?:,|,\sthrough)\s(?:\p{Lu}\p{L}{0,4}\.?\s)?$/u.test(before) &&
      sentence.charAt(name.to) === ","
    // "IT (Mr Colleoni) pointed out": who speaks for a body stands in brackets.
    const inside = sentence.charAt(name.to) === ")" && IN_BRACKETS.test(before)
    const after = name.to + (junior || (beside || inside ? 1 : 0))
    const behind =
      BETWEEN.exec(sentence.slice(name.to, name.to + 260)) ??
      (after > name.to ? BETWEEN.exec(sentence.slice(after, after + 260)) : null)
    const next = sentence.slice(inside ? after : name.to, name.to + 160)
    if (speaksElsewhere(next)) {
      found.push({ ...name, whole: name.words > 1 })
      continue
    }
    if (
      HOLDS.test(next) ||
      (/(?:^|[,"”?!]\s?)(?:said|added|replied|explained|argued)\s$/i.test(before) && isKnown)
    ) {
      found.push({ ...name, whole: name.words > 1 })
      continue
    }
    // "Ana Lind: “We were promised that.”" within a paragraph.
    if (/^:\s["“«„]/.test(sentence.slice(name.to, name.to + 3)) && isKnown) {
      found.push({ ...name, whole: name.words > 1 })
      continue
    }
    if (!behind) continue
    const verb = behind[1] ?? ""
    // Who took the minutes said nothing by it.
    if (TAKES_NOTES.test(next) || /^\s(?:also )?(?:took|takes) part\b/.test(next)) continue
    if (presiding && PRESIDES.test(verb)) continue
    const said =
      VERBS.has(verb) ||
      (isKnown && isFront(before) && THEN_SAID.test(next)) ||
      (isKnown &&
        isFront(before) &&
        ACTS.test(sentence.slice(name.to, name.to + 60)) &&
        !IDLE.test(verb)) ||
      (/^(?:was|is)$/.test(verb) && isAsking(behind[2])) ||
      (verb === "that" && found.length > 0 && LIKEWISE.test(before))
    if (said) found.push({ ...name, whole: name.words > 1 })
  }
  return withJoint(found, names, sentence, who)
}

/** "Moved Jonty", "Moved: Salonen, Seconded: Umeh": nothing but who brought in a motion. */
function isMover(sentence: string, { from, to }: NameInText): boolean {
  if (sentence.length > 160) return false
  const front = sentence.slice(0, from)
  return (
    (/(?:^|[,;./]\s?)(?:moved|seconded|proposed|2nd(?:ed)?)(?: by)?\s?:?\s(?:\p{Lu}\p{L}{1,5}\.?\s){0,2}$/iu.test(
      front,
    ) ||
      /\s(?:Moved|Seconded|Proposed|Second|Seconder)(?: by)?\s?:?\s(?:\p{Lu}\p{L}{1,5}\.?\s){0,2}$/u.test(
        front,
      )) &&
    /^(?:\s?[.,;/)]|\s?$|\s{1,40}(?:Moved|Second(?:ed|er)?|Vote|Motion|Carried|Passed)\b)/.test(
      sentence.slice(to),
    )
  )
}

/** "Ana Lind and Ben Okoro explained the letter": both did. */
function withJoint(
  found: Speaker[],
  names: readonly NameInText[],
  sentence: string,
  who: Who,
): Speaker[] {
  const before = new Map(names.map(({ from }, index) => [from, names[index - 1]]))
  const speaking = new Set(found.map(({ from }) => from))
  return found.flatMap((speaker) => {
    const other = before.get(speaker.from)
    if (!other || other.possessive || (other.words < 2 && !who.knows(other.name))) return [speaker]
    if (speaking.has(other.from)) return [speaker]
    const joined = /^(?:,? (?:and|y|e|et|und)|,? &) $/.test(sentence.slice(other.to, speaker.from))
    const front = sentence.slice(Math.max(0, other.from - 90), other.from)
    if (!joined || !isFront(front)) return [speaker]
    return [{ ...other, whole: other.words > 1 }, speaker]
  })
}

/** "Ana's opinion: …", "Ana's question was …". */
const OPINION =
  /^['’]s? (?:\p{Ll}+ )?(?:opinion|view|question|comment|suggestion|proposal|answer|reply|objection|point|concern|worry|position|feeling|remark|idea|wish)(?: (?:was|is)\b|:)/u
const IN_BRACKETS = /\((?:Mr|Ms|Mrs|Mx|Dr|Prof|Mme|M)\.?\s$/u
/** What somebody thinks or would like, said of them without a verb of speech. */
const HOLDS =
  /^(?:\s*\([^()]{1,80}\))?(?:,[^,.;:]{2,80},)?\s(?:(?:strongly )?in favou?r\b|(?:was|were) (?:of the (?:\p{Ll}+ )?(?:view|opinion|mind)\b|not (?:sure|convinced|happy|certain)\b|(?:\p{Ll}+ly )?(?:surprised|concerned|worried|alarmed|pleased|happy|content|satisfied|proud|relieved|angry|annoyed|amused|sure|certain|adamant|curious|doubtful|reluctant|unhappy|disappointed|sceptical|skeptical|grateful|delighted|opposed|against|uneasy|keen|unhappy|glad|sympathetic|hopeful|confident|willing|anxious|eager|impressed|puzzled|shocked|astonished|unconvinced|unsure|convinced|cautious|critical|dissatisfied|enthusiastic|optimistic|pessimistic)\b|(?:strongly )?in favou?r\b|for (?:the|an?|this|it)\b)|(?:would|could|can|might)(?: not|n[’']t)? (?:\p{Ll}+ly )?(?:agree|accept|see|prefer|like|rather|favou?r|support|imagine|welcome|live with|accept)\b|(?:would|could|might) have (?:\p{Ll}+ly )?(?:liked|preferred|wished|favou?red|welcomed|wanted|supported|accepted)\b|(?:had|has) (?:\p{Ll}+ly )?(?:gone through|looked (?:at|into|through)|heard|seen|spoken|(?:\p{Ll}+ )?(?:reservations?|doubts?|concerns?|objections?|misgivings|questions?))\b|ha(?:s|ve|d) no (?:\p{Ll}+ )?(?:quarrel|objections?|doubts?|problems?|difficult(?:y|ies)|sympathy|questions?|issue)\b|ha(?:s|ve) (?:\p{Ll}+ )?(?:reservations?|doubts?|concerns?|objections?|misgivings|questions?)\b)/u

/** "Ana has a copy, but said that she sees no need for it." */
const THEN_SAID =
  /^\s(?:has|had|is|was|did|does)\s[^.;:]{2,100}?,?\s(?:but|and)\s(?:also\s|then\s)?(?:said|says|asked|asks|thought|thinks|suggested|proposed|reported|explained|wondered|added|noted)\s/u
const TAKES_NOTES =
  /^(?:,[^,.;:]{2,60},)?\s(?:also )?(?:took|takes|kept|keeps|wrote|writes|recorded) (?:down )?(?:the |these |this )?(?:minutes|notes|record)\b/u
/** What somebody of the list did, whatever the verb: "Ana counted eleven keys", "Ben had measured". */
const ACTS = /^\s(?:(?:had|has) )?(?:\p{Ll}+ly )?\p{Ll}{2,}ed\s/u
const IDLE =
  /^(?:re-?elected|elected|appointed|absent|excused|arrived|joined|left|attended|presided|chaired|moderated|hosted|retired|resigned|needed|expected|supposed|scheduled|born|named|based|been|tasked|asked|invited|requested|mandated|instructed|assigned|charged|entrusted|agreed|offered|volunteered|promised|proposed)$/

/** Whether nothing stands in front of a name in its sentence, or only a title. */
const isFront = (before: string) =>
  /^(?:[^\p{L}]*|.*[.;:]\s)(?:\p{Lu}[\p{L}]{0,9}\.?\s)?$/u.test(before)

function isAsking(word: string | undefined): boolean {
  return /^(?:against|asking|concerned|opposed|proposing|saying|suggesting|unsure|wondering)$/.test(
    word ?? "",
  )
}

/** "the Assistant Secretary-General Ms. X" is spoken of by her office, not as one of the group. */
function isOffice(before: string, name: NameInText): boolean {
  return (
    name.words === 1 &&
    /\bthe\s+(?:\p{Lu}[\p{L}-]+\s+){1,5}(?:\p{Lu}\p{Ll}{1,2}\.\s+)?$/u.test(before)
  )
}

/** "I’ll", "We’ve". */
const CONTRACTED = /['’](?:ll|ve|re|d|m|t)$/u

function couldBeFirstName(plain: string): boolean {
  return !COUNTRIES.has(plain) && !CONTINENTS.has(plain) && !COMMON_ENDING.test(plain)
}
