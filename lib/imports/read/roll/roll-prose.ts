import type { ReadParticipant } from "../model"
import { readEntry } from "../people/entry"
import { findNames } from "../people/names"
import { type Rich, sliceRich, trimRich } from "../text/rich"
import { findSentences } from "../text/sentences"
import type { Locator } from "../text/source"
import { awayAbroad } from "./away-abroad"
import { calledAway } from "./called-away"
import { exceptedIn, replacedIn } from "./exceptions"
import { namesOfSentence } from "./names-of-sentence"
import { personOf } from "./participants"
import { peopleHeading } from "./people-heading"
import { readPeople } from "./roll"
import { type RollEntry, readSeveral } from "./roll-entry"
import { segmentsOf, shareOfNames } from "./roll-names"
import { AWAY, isOfAnotherMeeting, isUnexcused, LATE } from "./scene-words"
import { awayBehindNames, saysOfOthers, toldAway } from "./told-away"

const MEETING = "(?:meeting|call|session|teleconference|telecon|gathering)"
/** "The call was attended by …", "In attendance were …", "The participants were: …". */
const ATTENDED = new RegExp(
  `\\b(?:(?:people|participants|members|persons|attendees|of us)(?: (?:joined|attended|came|took part))?\\s?(?:,|:|-|–|—)\\s?(?:among them|including|namely)?|(?:,\\s)?among (?:them|whom)(?: were)?|present with (?:her|him|them)(?: were)?|taking part (?:were|was)|(?:those )?(?:who took part|taking part|on the call|in the room) (?:were|was|included)|attended by|in attendance (?:were|was)|with (?:him|her|them|the chair) (?:sat|were|was)|at the table (?:were|was)(?: the officers)?|further present (?:were|was)|also there (?:were|was)|(?:visitors|guests|observers|liaisons) (?:were|in attendance were|present were)|(?:table|presidium|bureau) (?:was|is) (?:made up|composed|formed) (?:of|by)|(?:^|\\. )from the \\p{Ll}{3,20} (?:came|were)|(?:also |those |members )?present(?: (?:at|in|on|for) (?:the|this) ${MEETING}| (?:that|this) (?:evening|night|morning|afternoon|day)| today| tonight)? (?:were|was)|(?:roll(?: call)?|attendance|members present|roll call attendance)\\s[–—-](?=\\s)|(?:those |people |members )?(?:attending|participating)(?: (?:the|this) ${MEETING})? were|(?:participants|attendees)(?: (?:of|in|at) (?:the|this) ${MEETING})? (?:were|included)|(?:participating|attending|present|in attendance|taking part|took part) includ(?:ed|es)|joined by|the following (?:members |people |persons |participants )?(?:were present|attended|participated|took part))\\s*:?\\s+`,
  "iu",
)
/** "On the line were Ana Lind, …", "By video came …": where somebody was in front of the word, and who behind it. */
const WHERE_WERE =
  /^(?:also |further )?(?:on|in|at|by|via|over|from|with|around|round|among) [^,.;:()\d]{3,40} (?:were|was|sat|came|joined)\s+(?=(?:the |our )?(?:\p{Ll}{3,20} )?\p{Lu}\p{L}+\.? )/u
const NOT_PEOPLE = /^\s*(?:about |around |over |more than |some |approximately )?\d/i
const LONGEST = 1500
/** So many first names alone are a list of those who came. */
const FEWEST = 3

type Told = { participants: ReadParticipant[]; regrets: ReadParticipant[] }

/** Those present and those away where sentences tell it, for a report that has no list of them. */
export function readToldLists(paragraphs: readonly Rich[], locate: Locator): Told {
  const lists: Told = { participants: [], regrets: [] }
  const begun = new Map<keyof Told, Rich>()
  for (const rich of paragraphs.slice(0, 20)) {
    for (const { from, to } of findSentences(rich.text.slice(0, 4000))) {
      const sentence = sliceRich(rich, from, Math.min(to, from + LONGEST))
      if (isOfAnotherMeeting(sentence.text.slice(0, sentence.text.indexOf(":") + 1))) continue
      const labelled = behindLabel(sentence)
      if (labelled) {
        add(labelled.list, labelled.people, 1, rich, true)
        continue
      }
      const excepted = exceptedIn(sentence) ?? replacedIn(sentence) ?? awayAbroad(sentence)
      if (excepted) {
        add("regrets", namesOfSentence(excepted, true), 1, rich)
        continue
      }
      const told = isUnexcused(sentence.text) ? null : toldAway(sentence.text)
      const away = told?.behind && !LATE.test(sentence.text) ? told.behind : null
      const before = told?.before
      const called = away ? [] : calledAway(sentence)
      if (called.length > 0) {
        add("regrets", called, 1, rich)
        continue
      }
      if (away) add("regrets", behind(sentence, away, true), 1, rich)
      // "Apologies from Ana, while Ben was stuck on the train": he is another.
      if (before && (!away || before.index > away.index)) {
        const clauses = [
          ...sentence.text.slice(0, before.index).matchAll(/;\s|,\s(?:while|and|but)\s/g),
        ]
        const last = clauses.filter(({ 0: mark }) => away || mark.startsWith(";")).at(-1)
        // "Chair: Ana Lind (for Ben Okoro, who is on leave)": he is told of within the brackets.
        const open = sentence.text.lastIndexOf("(", before.index)
        const within = sentence.text.lastIndexOf(")", before.index) < open ? open + 1 : 0
        const named = within > 0 && findNames(sentence.text.slice(within, before.index)).length > 0
        const clause = Math.max(last ? last.index + last[0].length : 0, named ? within : 0)
        const front = sliceRich(sentence, clause, before.index)
        const people = namesOfSentence(front, named)
        // "… Ben Okoro, Ana Lind was away": several more are no subject of hers.
        const one = people.length > 2 && /^\s(?:was|is|has)\s/.test(before[0])
        if ((!away || last) && !saysOfOthers(front.text))
          add("regrets", one ? people.slice(-1) : people, 1, rich)
        for (const words of othersAway(sentence, before.index + before[0].length))
          add("regrets", namesOfSentence(words), 1, rich)
      }
      const here = ATTENDED.exec(sentence.text) ?? whereWere(sentence.text)
      if (here && !NOT_PEOPLE.test(sentence.text.slice(here.index + here[0].length)))
        add("participants", behind(sentence, here, false), 2, rich, ALSO.test(sentence.text))
      else if (!here && !away && !before) add("participants", inFront(sentence), FEWEST, rich)
    }
  }
  return lists

  /** What one paragraph tells; what others say later is no list any more. */
  function add(
    list: keyof Told,
    people: readonly RollEntry[],
    fewest: number,
    rich: Rich,
    also = false,
  ) {
    if (people.length < fewest || (begun.get(list) ?? rich) !== rich) return
    if (list === "participants" && begun.has(list) && !also) return
    begun.set(list, rich)
    for (const entry of people)
      if (!lists[list].some(({ name }) => name === entry.name))
        lists[list].push(personOf(entry, locate))
  }
}

/** "Members Lind, Okoro and Arslan", "Secretary Ana Lind": what they all are, in front of their names. */
const OF_OFFICE =
  /^(?:(?:board |council |committee |vice |deputy )?(?:members?|commissioners?|council ?(?:members?|persons?|wom[ae]n|m[ae]n)|directors?|trustees?|supervisors?|selectm[ae]n|alderm[ae]n|secretary|clerk|chair(?:man|woman|person)?))\s(?=\p{Lu})/iu
const LABEL_WITHIN =
  /(^|\.\s{1,2})(?:also )?(?:present|absent|excused|attending|in attendance|there|with us|joining|(?:sent |with )?(?:apologies|regrets)|(?:on|in) the (?:call|room|line)|sorry|not)\b[^:.;]{0,30}:\s/i
/** "… to order at 6:34 p.m. Present: Members Lind, Okoro and Arslan. Excused absence: Member Weiss." */
function behindLabel(all: Rich): { list: keyof Told; people: RollEntry[] } | null {
  const begins = LABEL_WITHIN.exec(all.text.slice(0, 600))
  if (!begins) return null
  const sentence = sliceRich(all, begins.index + (begins[1]?.length ?? 0))
  const label = /^sorry (?:not|to)\b[^:]{0,30}:\s/i.exec(sentence.text)?.[0].length
  const heading = label
    ? { list: "regrets" as const, rest: label }
    : peopleHeading(sentence.text.slice(0, 400))
  if (!heading?.rest || !/:\s*$/.test(sentence.text.slice(0, heading.rest))) return null
  const stop = /\.$/.test(sentence.text) ? 1 : 0
  const said = trimRich(sliceRich(sentence, heading.rest, sentence.text.length - stop))
  const names = sliceRich(said, OF_OFFICE.exec(said.text)?.[0].length ?? 0)
  if (shareOfNames(segmentsOf(names.text), true) < 0.75) return null
  const people = readSeveral(names, true, false) ?? readPeople(names, true)
  return people.length > 0 ? { list: heading.list, people } : null
}

/** Only where nothing but several whole names follows. */
function whereWere(text: string): RegExpExecArray | null {
  const found = WHERE_WERE.exec(text.slice(0, 1).toLowerCase() + text.slice(1, LONGEST))
  if (!found) return null
  const parts = segmentsOf(text.slice(found[0].length).replace(/\.$/, ""))
  return parts.length >= FEWEST && shareOfNames(parts) >= 0.75 ? found : null
}

const WERE_THERE =
  /\s(?:were (?:all |also )?(?:present|in attendance|there|on (?:the|this) (?:call|line)|(?:at|in) the (?:meeting|room))|(?:all )?(?:attended|took part|participated)(?=[.;]|$| the))\b/iu
/** "Also in attendance were …", "From the port came …": more of those whom the sentence before names. */
const ALSO = /^(?:also|from the)\b/i

/** "Board members Lind, Okoro, Arslan and Weiss were present": those in front of what is said of them. */
function inFront(sentence: Rich): RollEntry[] {
  const said = WERE_THERE.exec(sentence.text.slice(0, 600))
  const front = said ? sentence.text.slice(0, said.index) : ""
  const [first] = findNames(front)
  if (!first || /[.;:?!]\s/.test(front.slice(first.from).replace(/\p{Lu}\.\s/gu, ""))) return []
  const names = sliceRich(sentence, first.from, front.length)
  const parts = segmentsOf(names.text)
  if (parts.length < FEWEST || shareOfNames(parts, true) < 1) return []
  return readSeveral(names, true, false) ?? []
}

/** "Ana Lind was on leave and Ben Okoro had been kept by examinations": whoever else was away behind `from`. */
function othersAway(sentence: Rich, from: number): Rich[] {
  const others: Rich[] = []
  let begin = from
  for (let match = awayFrom(sentence, begin); match; match = awayFrom(sentence, begin)) {
    const clause = sentence.text.slice(begin, begin + match.index)
    const joint = [...clause.matchAll(/(?:\s|[,;]\s)(?:and|while|but)\s|;\s/g)].at(-1)
    if (joint)
      others.push(sliceRich(sentence, begin + joint.index + joint[0].length, begin + match.index))
    begin += match.index + match[0].length
  }
  return others
}

const awayFrom = ({ text }: Rich, from: number) => awayBehindNames(text.slice(from))

function behind(sentence: Rich, match: RegExpExecArray, away: boolean): RollEntry[] {
  const text = sentence.text.slice(match.index + match[0].length)
  const cut = endOfNames(text)
  const end = [ENDS_NAMES, OF_ANOTHER].reduce<number | undefined>(
    (first, pattern) => {
      const found = pattern.exec(text.slice(0, first ?? cut))?.index
      return found ?? first
    },
    cut < text.length ? cut : undefined,
  )
  const from = match.index + match[0].length
  const stop = /[.!:]$/.test(text) ? 1 : 0
  const tail = trimRich(sliceRich(sentence, from, from + (end ?? text.length - stop)))
  const list = readPeople(tail, true)
  const names = namesOfSentence(tail, away)
  // "From Ana Lind and from Ben Okoro": the second is a name too.
  if (away && names.length > list.length) return names
  if (names.length > list.length && tail.text.split(";").filter(isOfficeOf).length > 1) return names
  // "Ana Lind, President; Ben Okoro, Treasurer": what stands behind a comma is no name.
  const parts = segmentsOf(tail.text)
  const divided = tail.text.includes(";") && parts.length >= 3 && list.length >= parts.length * 0.8
  if (divided || (shareOfNames(parts) >= 0.5 && list.length > 0)) return list
  // "Present were Ana, Bo, Chen and myself": first names are all that such a group writes.
  const firsts = parts.length >= FEWEST && names.length < 2 && shareOfNames(parts, true) >= 0.7
  return firsts ? (readSeveral(tail, true, false) ?? names) : names
}

/** What no name of those who were told of stands behind. */
const ENDS_NAMES =
  /,? (?:who|which|while|but|because|due to|owing to|as well as \d|all of whom|(?:for|of|in) (?:whom|which|whose)|on behalf|in (?:his|her|their) (?:place|stead|absence))\b/i
/** "… by Ana Lind", "… and Ana Lind was in the chair": another, of whom something else is told. */
const OF_ANOTHER =
  / by (?=\p{Lu})|,? and (?=\p{Lu}\p{L}+ \p{Lu}\p{L}+ (?:was|had|would|stood|sat|spoke|came|took)\s)/u

/** "senior warden, Marcus Oyelaran", "the treasurer Leland Moody": an office, and who holds it. */
function isOfficeOf(part: string): boolean {
  const said = part.replace(/^\s*and\s/, "").trim()
  const [, last = "", name = ""] =
    /^(?:the |our )?(?:\p{Ll}[\p{L}-]*\s){0,3}(\p{Ll}[\p{L}-]*),?\s(\p{Lu}[\s\S]{3,200})$/u.exec(
      said.slice(0, 260),
    ) ?? []
  if (last === "" || /^(?:from|by|with|of|to|at|in|for|on|was|were|and)$/.test(last)) return false
  const [first] = findNames(name)
  return first !== undefined && first.from === 0 && first.words > 1 && !AWAY.test(said)
}

/** Where a semicolon ends the names, because nobody stands behind it. */
function endOfNames(text: string): number {
  let from = 0
  for (const part of text.split(";")) {
    const said = part.replace(/^\s*and\s/, "").trim()
    if (from > 0 && readEntry(said)?.name.includes(" ") !== true && !isOfficeOf(said))
      return from - 1
    from += part.length + 1
  }
  return text.length
}
