import { namedBehindOffice } from "./appositions"
import { hostsTold, othersDid } from "./hosts-told"
import { lastNamed } from "./named-beside"
import type { Office } from "./office-label"
import { CHAIR } from "./office-nouns"
import { ledInOtherLanguages } from "./other-languages"
import { isOfOtherMeeting, toldOfNames } from "./predicates"

/** A stretch of a sentence in which the holders of offices are named. */
export type OfficeInText = {
  offices: Office[]
  from: number
  to: number
}

const HOSTING = "hosted|convened|organi[sz]ed"
const LEADING = "moderated|chaired|facilitated|led|steered|presided(?: over)?"
const DOING = `(?:co-?)?(?:${HOSTING}|${LEADING})`
/** What somebody leads at a meeting, or for its group, and not the meeting. */
const OTHER_LEADING =
  /\b(?:prayers?|hymns?|anthem|devotions?|songs?|reflections?|invocation|pledge|blessing|reading|karakia|tour|walk|visit|exercise|training|team|project|study|survey|workshop|presentation|delegations?|parties|group|task ?force),?\s(?:(?:was|were|is|are|being)\s)?$/i
/** "The group was chaired by Ana": it met, and she led. */
const GROUP_MET =
  /\b(?:the|our) (?:[\p{L}-]+ ){0,3}(?:group|team|task ?force|workshop) (?:was|is) $/iu
/** "The meeting of the Advisory Group was hosted by Ana". */
const MEETING_OF =
  /\b(?:meeting|call|session) of (?:the |our )?(?:[\p{L}-]+ ){1,5}(?:was|is) (?:\p{Ll}+ly )?$/iu
/** "Called to order after prayers led by Ben": he prayed. */
const PRAYED =
  /\b(?:prayers?|hymns?|anthem|devotions?|songs?|reflections?|invocation|pledge|blessing|reading|karakia|grace|address|remarks|speech)\b/i
/** "hosted and moderated by", "moderated with the support of", "chaired jointly by". */
const PASSIVE = new RegExp(
  `\\b(${DOING}(?:\\s*(?:,|and|&|as well as|,\\s?and)\\s*${DOING}){0,2})\\s+(?:\\p{Ll}+ly\\s+|online\\s+|(?:in|by) turns?\\s+|together\\s+|throughout\\s+|through the \\p{Ll}+\\s+)?(?:by|with the (?:kind )?(?:support|help|assistance) (?:of|from|by)|under the (?:guidance|leadership|chairmanship) of)\\s+`,
  "giu",
)
/** "Ana Lind chaired the meeting", "Ana Lind and Ben Okoro moderated the call". */
const ACTIVE = new RegExp(
  `\\b(?:${DOING}(?:\\s*(?:and|,|&)\\s*${DOING}){0,2})\\s+(?:(?:us|everybody|everyone)\\s+)?(?:through\\s+)?(?:the|this|our)\\s+(?!(?:next|last|previous|following|coming|earlier)\\b)(?:\\p{L}+\\s+){0,2}(?:meeting|call|session|discussion|proceedings|talk|round|circle|gathering|sitting|assembly|evening|afternoon|morning)\\b(?: and (?:co-)?(?:hosted|${LEADING}) it\\b)?`,
  "iu",
)
/** "The meeting was co-chaired by Ana Lind and Ben Okoro": told of the meeting itself, wherever it stands. */
const MEETING_LED = new RegExp(
  `^(?:the|this|our) (?:\\p{L}+ ){0,2}(?:meeting|call|session|discussion|sitting|assembly)s? (?:was|were|is|had been) (?:\\p{L}+ (?:and )?)?(?:co-?)?(?:${LEADING}|run|conducted|guided|directed)\\s+(?:jointly\\s+)?by\\s+`,
  "iu",
)
const CALLED = new RegExp(
  `\\b(?:called to order|(?:opened|started|begun|convened|introduced)(?=[^;]{0,70}?\\sby\\s(?:the |our |its )?${CHAIR}\\b))(?:\\s(?:at|on|around)\\s[^;]{1,70}?)?\\s+by:?\\s+(?:the |our |its )?`,
  "iu",
)
/** "The Chair, Ms Ana Lind, welcomed everybody". */
const CHAIR_BEGAN = new RegExp(
  `(?<!(?<!\\bs?he\\s)\\b(?:took|in|into|left|takes)\\s)\\b(?:the|our)\\s(?:\\p{Lu}[\\p{L}\\d-]{1,12}\\s){0,2}${CHAIR},?\\s(?=(?:(?:Ms|Mr|Mrs|Dr|Prof)\\.\\s)?[^.;:]{3,80}?,?\\s(?:then |also |warmly |formally )?(?:opened|welcomed|called|convened|greeted|started|thanked)\\b)`,
  "iu",
)
/** A name, behind the house whose chair somebody is. */
const NAMED = /^(?:(?:of|for) |\()?(?:the |our )?\p{Lu}/u
/** "with Ana Lind in the chair", "Ana Lind (chair) opened": the names before the office. */
const WITH_CHAIR = new RegExp(
  `(?:\\bwith\\s|^)([^,;:()]{4,60}?)\\s(?:presiding\\b|in the chair\\b|in chair\\b|\\(${CHAIR}\\)(?=\\s\\p{Ll})|\\p{Ll}{2,12} (?:the )?(?:meeting|call|session) as (?:its|the|our) ${CHAIR}\\b)`,
  "iu",
)
/** "With Ana Lind as chair and Ben Okoro as secretary". */
const AS_OFFICE = new RegExp(
  `(?:\\b[Ww]ith\\s|^)((?:\\p{Lu}[\\p{L}\\p{M}.'’-]{0,24}\\s){1,4})as (?:the |our |its )?${CHAIR}\\b(?=[.,;]|$|\\sand\\b)`,
  "u",
)
/** ", Ben Okoro from there on": who led behind somebody else. */
const FROM_THERE =
  /(?:,|\band)\s((?:\p{Lu}[\p{L}\p{M}.'’-]{0,24}\s){1,4})(?:from (?:there|then|here|that point|items? \d{1,2})(?: on(?:wards?)?)?|afterwards|thereafter|after that|for the rest|the (?:rest|second|other))\b/gu
/** "Ana opened the meeting": where nobody else is said to have led it. */
const OPENED =
  /\s(?:opened|started|began|convened|commenced)(?: and closed)? (?:the|this|our) (?:[\p{L}-]+ ){0,2}(?:meeting|call|session|sitting)\b/iu
const OPENED_BY =
  /\b(?:meeting|call|session|sitting) (?:was |is )?(?:\p{Ll}{4,12}ly )?(?:opened|started|begun|convened)(?: (?:at|on) [^;]{1,40}?)? by\s/iu
const NOTES_BY =
  /\b(?:notes|minutes|record)\s(?:(?:were|was|are|have been|had been)\s)?(?:taken|recorded|prepared|kept|written|drafted)?\s?by\s|\b(?:scribed|recorded)\sby\s|\b(?:scribe|note-?taker|rapporteur|minute-?taker)\s(?:for [^.;,]{2,30}\s)?(?:was|is)\s/iu
const TOOK_NOTES =
  /\s(?:(?:took|takes|kept|is taking|was taking|will take|volunteered to take|agreed to take)\s(?:the\s)?(?:notes|minutes)|scribed|(?:was|acted as|served as|is)\s(?:the\s)?(?:scribe|note-?taker|rapporteur|minute-?taker)|as (?:the\s)?(?:scribe|note-?taker|rapporteur))\b/iu
const CLAUSE_END =
  /;|,?\s(?:followed|preceded|assisted|supported|helped|joined) by\b|\s[·|•]\s|\s(?:notes|minutes|moderation|moderator|chair|facilitator|scribe)\s?:\s|,\swith\b|(?:,\s(?:and\s)?|\sand\s)(?:the\s)?(?:notes|minutes|minuted|noted|written|taken|kept|record|scribe[ds]?|recorded|hosted)\b|,?\s(?:who|which|on behalf|while|because|due|after|and (?:the|it|was|were|began|started|opened|attended|noted|thanked|welcomed|read|recalled|presented|explained)\b|at \d|on (?:the )?\d|on \p{Lu}|via|using|from \d|in (?:the )?(?:absence|presence))\b/iu
const MORE_HELP =
  /\s(?:and\s)?with (?:the )?(?:kind )?(?:support|help|assistance) (?:of|from|by)\s/gi
/** "Under the chairmanship of …", in the languages of such reports. */
const UNDER =
  /\b(?:under the (?:chair(?:man|person)?ship|presidency|moderation) of|bajo la (?:presidencia|dirección|moderación) de|sous la (?:présidence|direction|conduite) de|sob a (?:presidência|direção) de|sotto la presidenza di|unter (?:dem vorsitz|der (?:leitung|moderation|sitzungsleitung)) von)\s+/iu
/** "… was opened by Ana Lind, who chaired it together with Ben Okoro": both, from the first "by" on. */
const WHO_CHAIRED =
  /\bby\s((?:(?:Ms|Mr|Mrs|Dr|Prof)\.\s)?[^.,;]{4,60}),\swho\s(?:\p{Ll}+ )?(?:chaired|presided|moderated)\b(?:\s(?:it|over it))?((?:\s(?:jointly|together))?\swith\s(?:(?:Ms|Mr|Mrs|Dr|Prof)\.\s)?[^.,;]{4,60})?/u
/** "In the absence of the Chair, Ms Ana Lind, …": she led nothing. */
const ABSENT =
  /[Ii]n the absence of (?:the |our )?[\p{L}-]{3,20}(?: [\p{L}-]{3,20})?,? (?:\p{Lu}[\p{L}\p{M}'’.-]{0,24} ?){1,6},|^(?:As |Since |With )?[^,;]{3,60}(?:, [^,;]{3,40},)? (?:being|was|is) (?:absent|away|ill|unwell|late|detained|delayed|excused|unavailable|travelling|abroad|on (?:sick |parental |maternity )?leave),/gu
/** "Until Ben came at 14:20 Ana took the chair": only the last who is named did. */
const SUBORDINATE =
  /^(?:until|till|when|while|before|after|since|because|although|on the (?:proposal|motion|suggestion) of|at the (?:request|invitation) of)\s/i
/** "Ana asked who hosted the meeting": she did not. */
const ASKED =
  /\b(?:ask|wonder|know|knew|remember|recall|tell|told|forg[eo]t|said|see|check|discuss|agree|decide)\p{Ll}{0,4} (?:\p{Ll}+ ){0,2}who\s?$/u
/** How far in front of "chaired the meeting" its subject is looked for. */
const REACH = 160

/**
 * Where a sentence says who led, hosted or minuted the meeting; `chairOnly`: of who led it alone,
 * "opened": also of who opened it, for a report that tells no more.
 */
export function findOffices(
  sentence: string,
  chairOnly: boolean | "opened" = false,
): OfficeInText[] {
  const [absent] = sentence.matchAll(ABSENT)
  const present = absent ? absent.index + absent[0].length : 0
  const found: OfficeInText[] = []
  const behind = (from: number, offices: Office[], limit = sentence.length) => {
    const tail = sentence.slice(from, limit).replace(MORE_HELP, keepLength)
    const end = CLAUSE_END.exec(tail)?.index
    found.push({ offices, from, to: end === undefined ? limit : from + end })
  }
  const before = (index: number, offices: Office[]) => {
    if (ASKED.test(sentence.slice(0, index))) return
    const from = Math.max(0, index - REACH)
    const clause = Math.max(
      ...[";", ": ", ", while ", ", and ", ", with ", ", where ", " - ", " – "].map((mark) =>
        sentence.lastIndexOf(mark, index),
      ),
    )
    // "Ana Lind welcomed all and handed over to Ben Okoro, who moderated": he did.
    const who = /, who(?: \p{Ll}+ly)?\s?$/u.test(sentence.slice(0, index))
      ? (lastNamed(sentence.slice(0, index)) ?? 0)
      : 0
    const behind = index > present ? present : 0
    const aside = SUBORDINATE.test(sentence) ? mainClause(sentence.slice(0, index)) : 0
    found.push({
      offices,
      from: Math.max(from, clause, behind, aside, who, othersDid(sentence.slice(0, index))),
      to: index,
    })
  }
  const opener = WHO_CHAIRED.exec(sentence)
  for (const part of opener?.slice(1) ?? []) {
    const from = part ? sentence.indexOf(part, opener?.index) : -1
    if (part && from >= 0) found.push({ offices: ["moderators"], from, to: from + part.length })
  }
  const under = UNDER.exec(sentence)
  if (under) behind(under.index + under[0].length, ["moderators"])
  const abroad = ledInOtherLanguages(sentence)
  for (const { office, from, to } of abroad) found.push({ offices: [office], from, to })
  if (abroad.length > 0) return found
  if (!chairOnly) {
    const matches = [...sentence.matchAll(PASSIVE)].filter(({ index, 1: verbs = "" }) => {
      const front = sentence.slice(Math.max(0, index - 60), index)
      if (isOfOtherMeeting(front)) return false
      const led = /chaired|moderated|facilitated|presided/i.test(verbs)
      const met = (led && GROUP_MET.test(front)) || MEETING_OF.test(front)
      return met || !OTHER_LEADING.test(front)
    })
    for (const [index, match] of matches.entries())
      behind(match.index + match[0].length, officesIn(match[1] ?? ""), matches[index + 1]?.index)
    for (const { office, from, to } of namedBehindOffice(sentence))
      if (office === "hosts") found.push({ offices: [office], from, to })
    for (const { office, index } of toldOfNames(sentence))
      if (office === "hosts") before(index, [office])
    const host = hostsTold(sentence)
    if (host?.front) before(host.to, ["hosts"])
    else if (host) behind(host.from, ["hosts"], host.to)
    const notes = NOTES_BY.exec(sentence)
    if (notes) behind(notes.index + notes[0].length, ["scribes"])
    const took = TOOK_NOTES.exec(sentence)
    if (took && !notes) before(took.index, ["scribes"])
    const active = ACTIVE.exec(sentence)
    // "Ana Lind hosted the call, which was moderated by Ben Okoro."
    if (active && active.index < (matches[0]?.index ?? sentence.length)) {
      const end = active.index + active[0].length
      // "Elected to the presidency, which chaired the assembly: Ana Lind and Ben Okoro."
      if (sentence.startsWith(": ", end)) behind(end, officesIn(active[0]))
      else before(active.index, officesIn(active[0]))
    }
    if (found.some(({ offices }) => offices.includes("moderators"))) return found
    if (matches.length > 0 && !/\balso\b/i.test(sentence)) return found
  }
  const led = isOfOtherMeeting(sentence.slice(0, 40)) ? null : MEETING_LED.exec(sentence)
  if (led) {
    behind(led[0].length, ["moderators"])
    return found
  }
  const inChair = WITH_CHAIR.exec(sentence) ?? AS_OFFICE.exec(sentence)
  if (inChair && (inChair.index >= present || present === 0)) {
    const from = inChair.index + inChair[0].indexOf(inChair[1] ?? "")
    found.push({ offices: ["moderators"], from, to: from + (inChair[1] ?? "").length })
  }
  const named = namedBehindOffice(sentence).filter(({ office }) => office === "moderators")
  for (const { office, from, to } of named) found.push({ offices: [office], from, to })
  const called = CALLED.exec(sentence)
  const prayed = called !== null && (PRAYED.test(called[0]) || isDeedOf(called[0]))
  const said = named.length > 0 ? null : CHAIR_BEGAN.exec(sentence)
  // "In the absence of the Chair, Ana Lind, the deputy opened": she did not.
  const began = said && absent && said.index < present ? null : said
  // "The Chair welcomed members to Ostrava and thanked Ben": what she did names nobody who leads.
  const isNamed = began && NAMED.test(sentence.slice(began.index + began[0].length))
  const ahead = (prayed ? null : called) ?? (isNamed ? began : null)
  const opened = chairOnly === "opened" ? OPENED.exec(sentence) : null
  if (opened) before(opened.index, ["moderators"])
  const by = chairOnly === "opened" ? OPENED_BY.exec(sentence) : null
  if (by) behind(by.index + by[0].length, ["moderators"])
  if (ahead) behind(ahead.index + ahead[0].length, ["moderators"])
  else if (named.length === 0) {
    // One presides until she is called away, and "from then on" another.
    const subjects = toldOfNames(sentence).filter(({ office }) => office === "moderators")
    for (const subject of subjects) before(subject.index, ["moderators"])
    for (const { index, 0: all, 1: name = "" } of subjects.length > 0
      ? sentence.matchAll(FROM_THERE)
      : []) {
      const from = index + all.indexOf(name)
      found.push({ offices: ["moderators"], from, to: from + name.length })
    }
  }
  return found
}

/** Where the main clause begins: behind the comma, or with whoever is named last. */
function mainClause(front: string): number {
  const comma = front.indexOf(", ")
  return comma > 0 ? comma : (lastNamed(front) ?? 0)
}

/** "Called to order after the roll was read by Ben": whose that other deed is. */
function isDeedOf(called: string): boolean {
  return ["led", "said", "sung", "read", "given", "offered"].some((deed) =>
    called.includes(` ${deed} by `),
  )
}

function keepLength(text: string): string {
  return " ".repeat(text.length)
}

function officesIn(verbs: string): Office[] {
  const offices: Office[] = []
  // Who convened a meeting and chaired it was in the chair.
  if (/^convened\b.{1,12}\bchaired$/i.test(verbs)) return ["moderators"]
  if (new RegExp(`\\b(?:co-?)?(?:${HOSTING})`, "i").test(verbs)) offices.push("hosts")
  if (new RegExp(`\\b(?:co-?)?(?:${LEADING})`, "i").test(verbs)) offices.push("moderators")
  return offices
}
