import { decides } from "../decisions/decides"
import { ACTION_MARKED, BRACKETED } from "../decisions/outcome-labels"
import { isBody } from "../people/bodies"
import type { Who } from "../people/who"
import { personOf, turnOf } from "../speech/turns"
import { findSentences, numberInFront } from "../text/sentences"
import { type Days, dayAt } from "../times/due-in"
import { assignedAtEnd, assignedBehind } from "./action-behind"
import { namedAction } from "./action-labels"
import { type Assignee, anyAssigneeIn, assigneeIn } from "./assignee"
import { bodyThatWill } from "./bodies-will"
import { BODY_WILL, SERVICE_WILL } from "./commitment-words"
import { commitmentsIn } from "./commitments"
import { bodiesIn } from "./commitments-by-office"
import { severalIn, subjectsOf } from "./commitments-by-pronoun"
import { mayTakeOn } from "./may-take-on"
import { isOnlyPeople, ownersOf, peopleIn } from "./owners"
import { doesSo, isToldBy, LABEL, pointedIn } from "./told-in-present"

/** A stretch of a text that says what is to be done. */
export type Added = {
  from: number
  to: number
  owners: string[]
  due: string | null
  how: "read" | "inferred"
  /** It is said that there is no day, whatever day its words have in them. */
  undated?: boolean
}

/** Whose an action is, without the day behind the names. */
export const withoutDue = (text: string) =>
  text.length > 160
    ? text
    : text.replace(
        /(?:\s?[,;])?\s?\(?\b(?:by|before|due|until|deadline)\b(?!.{0,60}\bto\s\p{Ll}).{0,60}$/iu,
        "",
      )

/** The actions that sentences of a paragraph tell, marked or not. */
export function actionsIn(text: string, who: Who, days: Days): Added[] {
  const found: Added[] = []
  const turn = turnOf(text)
  const speaker = turn ? personOf(turn, who, (label) => /^\p{Ll}/u.test(label)) : null
  const begins = turn && speaker ? turn.to + 1 : 0
  let last: { from: number; to: number } | null = null
  let subjects: string[] = []
  for (const { from: start, to } of findSentences(text)) {
    const from = start < begins ? Math.min(to, begins) : start
    const whole = text.slice(from, Math.min(to, from + 1500))
    const front = /^[:>\]\s]*/.exec(whole)?.[0].length ?? 0
    const bracket = ASIDE_TASK.test(whole.slice(front)) ? 1 : 0
    const number =
      front + bracket + (start === 0 || from === begins ? numberInFront(whole.slice(front)) : 0)
    // "She would write to them. [Court Manager]": whose the sentence in front of it is.
    const aside: RegExpExecArray | null = last ? ASIDE.exec(whole.slice(number, number + 80)) : null
    const besides: Assignee | null = aside ? assigneeIn(aside[1] ?? "", who, days) : null
    if (last && besides) assign(found, last, text, besides, who)
    const lead: number = number + (besides ? (aside?.[0].length ?? 0) : 0)
    const sentence = whole.slice(lead)
    if (sentence === "") continue
    const asked = last
    const answer = asked && ANSWER.exec(sentence)?.[1]
    const volunteer =
      answer && ASKS_WHO.test(text.slice(last?.from, last?.to)) ? who.whole(answer) : null
    if (asked && volunteer) {
      const owners = [volunteer]
      found.push({ from: asked.from, to, owners, due: null, how: "inferred" })
      last = { from: from + lead, to }
      continue
    }
    const offered = found.at(-1)
    if (last && offered && offered.from >= last.from && DECLINED.test(sentence)) found.pop()
    const pointed = pointedIn(sentence, who)
    if (pointed) {
      found.push({
        from: from + lead + pointed.from,
        to,
        owners: pointed.owners,
        due: null,
        how: "inferred",
      })
      last = { from: from + lead, to }
      continue
    }
    const marked =
      ACTION_MARKED.exec(sentence.slice(0, 140)) ??
      BRACKETED.exec(sentence.slice(0, 90)) ??
      namedAction(sentence, who)
    const rest = marked ? sentence.slice(marked[0].length) : ""
    const told =
      marked && last
        ? toldIn(rest, /^[([]/.test(sentence), who, days)
        : last && assignedBehind(sentence, who, days)
    const ending = told || marked ? null : assignedAtEnd(sentence, who, days)
    if (told && last) assign(found, last, text, told, who)
    else if (ending) {
      const { owners, due, to: end } = ending
      found.push({ from: from + lead, to: from + lead + end, owners, due, how: "inferred" })
    } else if (marked && rest) {
      const named = marked[3] ?? marked[2] ?? marked[1] ?? ""
      const own = peopleIn(named, who)
      const owners = own.length > 0 ? own : ownersOf(rest, who)
      const opener = /^[*\s]*([([])/.exec(sentence)?.[1]
      const closer = opener === "[" ? "]" : ")"
      const closed = opener !== undefined && rest.replace(/[.\s]+$/, "").endsWith(closer)
      found.push({
        from: from + lead + marked[0].length,
        to: closed ? from + lead + sentence.lastIndexOf(closer) : to,
        owners,
        due: dayAmong(named, days),
        how: "inferred",
      })
    } else {
      const before = last ? text.slice(last.from, last.to) : ""
      // "Ana spoke. It was decided to wait. She will write": what nobody says changes no subject.
      if (!/^(?:It (?:was|is)|He|She|They)\b/.test(before) && !isOfNobody(before, subjects))
        subjects = subjectsOf(before, who)
      const meant = severalIn(sentence, before, who) ?? subjects
      const commitments = commitmentsIn(sentence, who, speaker, meant)
      const besidePromise = found.at(-1)?.to === last?.to && isToldBy(before, who, days)
      if (
        commitments.length === 0 &&
        (isToldBy(sentence, who, days) || (besidePromise && doesSo(sentence, who)))
      )
        commitments.push({
          owners: ownersOf(sentence.replace(LABEL, ""), who),
          from: 0,
          to: sentence.length,
        })
      const owners = commitments.length === 0 && bracket ? knownIn(sentence, who) : []
      if (owners.length > 0) commitments.push({ owners, from: 0, to: sentence.length })
      const body = commitments.length === 0 ? bodyThatWill(sentence) : null
      if (body && !decides(sentence))
        commitments.push({ owners: bodiesIn(body), from: 0, to: sentence.length })
      for (const taken of commitments) {
        const end = bracket && taken.to === sentence.length ? sentence.lastIndexOf("]") : taken.to
        const place = { from: from + lead + taken.from, to: from + lead + end }
        found.push({ ...place, owners: taken.owners, due: null, how: "inferred" })
      }
    }
    last = { from: from + lead, to }
  }
  const body = found.length === 0 && mayTakeOn(text) ? (bodyOf(text) ?? serviceOf(text)) : null
  return body
    ? [{ from: 0, to: text.length, owners: bodiesIn(body), due: null, how: "inferred" }]
    : found
}

/** "Ana went through the list. All of it is done. She will write": a short sentence in which no person stands. */
const isOfNobody = (sentence: string, subjects: readonly string[]) =>
  subjects.length === 1 &&
  sentence.length <= 200 &&
  !/\s\p{Lu}/u.test(sentence) &&
  /^(?:The|This|That|These|All|Every|Nothing|None|Most|Some|Several|Many|Both|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|One|There|Its?|In|On|\d)/.test(
    sentence,
  ) &&
  !OFFICE_SAID.test(sentence)
const OFFICE_SAID =
  /^The (?:\p{Ll}+ ){0,2}(?:chair\p{L}*|president|secretary|treasurer|clerk|director|manager|officer|member|mayor|engineer|principal|captain|rapporteur|moderator)s?\b/u

/** "[Ana to ask the others]", a sentence of its own in brackets, without a label. */
const ASIDE_TASK =
  /^\[(?!(?:new )?(?:action|task|to-?do|homework|follow|assign)\p{L}{0,6}\b)\p{Lu}[^[\]]{1,80}? (?:to|will) [^[\]]{4,400}\]\W*$/iu

/** "Ana and Ben to put the file together" in such brackets, where everybody is known: whatever they are to do. */
function knownIn(sentence: string, who: Who): string[] {
  const people = /^(.{2,80}?)\sto\s(?!(?:be|the|an?|his|her|their)\s)\p{Ll}/u.exec(
    sentence.slice(0, 100),
  )?.[1]
  if (people === undefined || !isOnlyPeople(people, who)) return []
  const owners = peopleIn(people, who)
  return owners.every((name) => who.knows(name)) ? owners : []
}

/** "Somebody has to ring the port. Ana will.": who answers for what was asked or needed in front. */
const ANSWER =
  /^(\p{Lu}[\p{L}\p{M}.'’-]{1,24}(?:\s\p{Lu}[\p{L}\p{M}'’-]{1,24})?)\s(?:will|would|offered|volunteered|agreed|(?:said|says) (?:that )?(?:s?he|they) (?:will|would|could))[.!]?$/u
const ASKS_WHO =
  /\b(?:some(?:body|one)|any(?:body|one)|needs? to|ha(?:s|ve) to)\b|\bwho (?:will|would|could|can)\b[^?]{3,120}\?$/i
/** "The offer was declined with thanks." */
const DECLINED =
  /^(?:(?:The|This|That|His|Her|Their) (?:\p{Ll}+ )?offer|It|This) (?:was|is|has been) (?:\p{Ll}+ly )?(?:declined|refused|not (?:taken up|needed|accepted))\b/u

/** "[Court Manager]", behind a sentence. */
const ASIDE = /^\[([^[\]]{2,60})\](?!\s*[\p{Ll}[])\s*/u

/** Whose the sentence in front of a label is; "(Action: RM, by 8 July)" is so even of somebody unknown. */
function toldIn(rest: string, bracketed: boolean, who: Who, days: Days): Assignee | null {
  const said = rest.replace(/[)\]][.\s]*$/, "")
  const told = assigneeIn(said, who, days)
  return told ?? (bracketed && STRANGERS.test(said) ? anyAssigneeIn(said, who, days) : null)
}

/** "JW/School Office, by …", "RM ASAP": names or initials and no more, in front of a day. */
const STRANGERS =
  /^(?![^,;]{1,80}\sto\s\p{Ll})\p{Lu}[\p{L}'’.-]{1,24}(?:(?:\s|\s?[/&+,]\s?|\sand\s)\p{Lu}[\p{L}'’.-]{1,24}){0,6}(?=,?\s(?!to\s))/u

/** A sentence as a task of those who are named behind it, unless it begins with whoever is to do it. */
function assign(
  found: Added[],
  sentence: { from: number; to: number },
  text: string,
  told: Assignee,
  who: Who,
): void {
  const same = found.at(-1)
  if (same && same.to >= sentence.to - 1 && same.from < sentence.to) {
    if (same.owners.length < told.owners.length) same.owners = told.owners
    same.due ??= told.due
    return
  }
  const own = subjectsOf(text.slice(sentence.from, sentence.to), who)
  const owners = own.length > 0 ? own : told.owners
  found.push({ ...sentence, owners, due: told.due, how: "inferred" })
}

/** The body that takes something on in a paragraph of one sentence, which says nothing else. */
function bodyOf(text: string): string | null {
  if (text.length > 220) return null
  const name = BODY_WILL.exec(text)?.[1] ?? ""
  const large = name.split(/\s/).filter((word) => /^\p{Lu}/u.test(word)).length
  // "The Task Team agreed to use it": what it decides for itself is nobody's task.
  return large >= 2 && isBody(name) && findSentences(text).length === 1 && !decides(text)
    ? name
    : null
}

/** "The technical services will mark the site.": those who serve a body, in a paragraph that says no more. */
function serviceOf(text: string): string | null {
  const name = text.length > 220 ? undefined : SERVICE_WILL.exec(text)?.[1]
  return name && findSentences(text).length === 1 ? name : null
}

/** Where somebody else takes on something else in a marked paragraph, which is an action of its own. */
export function othersIn(text: string, from: number, who: Who) {
  const all = findSentences(text).filter((sentence) => sentence.from > from)
  return all.filter((sentence) =>
    commitmentsIn(text.slice(sentence.from, sentence.to), who, null).some(
      ({ owners }) => owners.length > 0,
    ),
  )
}

/** "(Ana Lind, 17 May)": the day that stands beside a name. */
export function dayAmong(named: string, days: Days): string | null {
  const found = named.split(/[,;]/).map((part) => dayAt(part.trim(), days, ""))
  return found.find((each) => each !== null) ?? null
}
