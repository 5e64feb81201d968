import {
  actorsIn,
  isFront,
  officeAhead,
  partnerByOffice,
  partnersAfter,
  withoutTitle,
} from "../people/joined-names"
import type { NameInText } from "../people/names"
import type { Who } from "../people/who"
import { behindFront } from "./clauses-behind"
import {
  AND_WILL,
  ASKED,
  AT_ONCE,
  BARE,
  DENIED,
  DUTY,
  DUTY_OF,
  HAS_TO,
  HOUSE_PROMISE,
  LAID_ON,
  PASSIVE,
  PROMISE,
  SAYS_SO,
  SAYS_YES,
  SET_THAT,
  SHOULD_DO,
  THING,
  WAS_ASKED,
  WITH_TASK,
  WOULD,
  WOULD_FOR_OTHERS,
} from "./commitment-words"
import { byHolders, holdersInFront } from "./commitments-by-holder"
import { type Beginning, byInitials, byPassive, calledBy } from "./commitments-by-name"
import { byNick } from "./commitments-by-nick"
import { byOffice, startOf } from "./commitments-by-office"
import { byPronoun, byPronounAsked } from "./commitments-by-pronoun"
import { askedOf, bySpeaker, byWriter } from "./commitments-by-speaker"
import { isAgreedOf, isGivenTo, officeElsewhere, promisesElsewhere } from "./commitments-elsewhere"
import { type Commitment, laterIn } from "./commitments-later"
import { companionsOf, partnersOf } from "./companions"
import { laidDown } from "./laid-down"
import { mayTakeOn } from "./may-take-on"

/**
 * The commitments of a sentence, in order; `speaker` has the floor and may speak of themselves, and
 * `subjects` are who "he", "she" or "they" are.
 */
export function commitmentsIn(
  sentence: string,
  who: Who,
  speaker: string | null,
  subjects: readonly string[] = [],
): Commitment[] {
  if (/\?["”)]?$/.test(sentence.slice(-3))) return askedOf(sentence, who)
  if (!mayTakeOn(sentence)) return []
  const all = takenOnIn(sentence, who, speaker, subjects)
  const other = all.length > 0 ? all : behindFront(sentence, who, takenOnIn)
  const taken = other.length > 0 ? other : askedOf(sentence, who)
  return taken.length > 0 && DENIED.test(sentence) ? [] : taken
}

/** "A Priya ficou de verificar": the article of a name. */
const ARTICLE = /^(?:A|O|El|La|Il|Der|Die) $/

/** "… – Ana will arrange.", "…, which Ben agreed to do by May": what it is stands in front of whose it is. */
const BACK =
  /^\s(?:(?:will|shall|to|is to|are to|has|have|kindly|(?:has |have )?(?:agreed|offered|promised|undertook|volunteered) to)\s){1,2}(?:\p{Ll}+ly\s)?(?:(?:do|see|attend|look|deal|arrange|organi[sz]e|check|ask|investigate|chase|action|handle|send|find|take|follow|report|confirm|try)(?:\s(?:so|it|this|that|them|him|her|to|into|with|up|on|over|out|care|of)){0,4})(?=[.;]?$|\s(?:by|before|until|this|next|at|for|on|in)\s)/u
const IN_FRONT = /\S\s\S.{0,80}(?:\s[–—-]\s|[:;]\s|,\swhich\s)$/u

/** Whether a clause behind a dash or "which" says only who will do what stands in front. */
function pointsBack(before: string, behind: string): boolean {
  return IN_FRONT.test(before.slice(-80)) && BACK.test(behind)
}

const NEXT_ONE = /[,;]\s(?:and\s)?(?:(?:mr|mrs|ms|miss|mx|dr|prof|cllr|bro|sis)\.?\s)?$/i
/** "Mrs Adebayo": the title shows that this is somebody, whether the list of the report has them or not. */
const TITLED =
  /(?:^|[^\p{L}])(?:mr|mrs|ms|miss|mx|dr|dra|prof|sr|sra|srta|mme|mlle|rev|revd|fr|cllrs?|councillors?|messrs|drs|herr|frau)\.?\s$/iu

function takenOnIn(
  sentence: string,
  who: Who,
  speaker: string | null,
  subjects: readonly string[],
): Commitment[] {
  const found: Commitment[] = []
  const nicks = byNick(sentence, who)
  const front = nicks ?? byOfficeElsewhere(sentence, who)
  if (front) return [{ ...front, to: sentence.length }]
  const held = byHolders(sentence, who)
  if (held.length > 0) return held
  const names = withInitials(sentence, actorsIn(sentence, who), who)
  for (const [index, name] of names.entries()) {
    if (DUTY_OF.test(sentence.slice(name.to, name.to + 100)) && isFront(sentence, name.from))
      return [{ owners: [who.whole(name.name) ?? name.name], from: 0, to: sentence.length }]
    const isHouse = "house" in name
    const front = sentence.slice(Math.max(0, name.from - 60), name.from)
    const before = withoutTitle(front).slice(-24)
    // "The Chief Forester" is no family of that name.
    const bears = !/\bthe\s$/i.test(before) && withoutTitle(front) !== front
    const titled = TITLED.test(before) || bears
    // "The Mint will give it" is no family of that name.
    const isThing = /\b(?:the|our|an?)\s$/i.test(before)
    const isKnown = who.knows(name.name) || (!isThing && calledBy(name, who) !== null)
    const isNobody =
      !isHouse && name.words === 1 && (THING.test(name.name) || (!titled && !isKnown))
    // "Ana Lind of Port Medical will …", "The museum in Sankt Aldo will …": where they come from.
    const isWhence =
      !isKnown &&
      (/\s(?:in|near|at)\s$/.test(before) ||
        ((isHouse || found.length + index > 0) && /\s(?:of|from|for)\s(?:the\s)?$/.test(before)))
    if (name.possessive || isNobody || isWhence) continue
    const ahead = officeAhead(sentence, name.from, who)
    const beside = partnerByOffice(sentence.slice(name.to, name.to + 60), who)
    const isApposed = /^[,)]\s/.test(sentence.slice(name.to, name.to + 2)) && APPOSED.test(front)
    const behind = sentence.slice(name.to + (beside?.length ?? (isApposed ? 1 : 0)), name.to + 240)
    const given = ASKED.test(before) || isGivenTo(before)
    const laid =
      / (?:to|with|by)(?: \p{L}{2,4}\.?)? $/u.test(before) &&
      LAID_ON.test(sentence.slice(0, name.from))
    const others = given ? partnersAfter(sentence, names, index) : []
    const end = (others.at(-1) ?? name).to
    const rest = sentence.slice(end, end + 240)
    const asked =
      laid ||
      (ASKED.test(before) &&
        (/^\s+to\s+\p{Ll}{2,}/u.test(rest) || WITH_TASK.test(rest)) &&
        !AT_ONCE.test(rest)) ||
      (isGivenTo(sentence.slice(Math.max(0, name.from - 60), name.from)) && !/^\s?:/.test(behind))
    const first = partnersOf(sentence, names, index)
    const start = (first[0] ?? name).from
    const isFirst = isFront(sentence, start) || ARTICLE.test(sentence.slice(0, start))
    // "Mara to do the minutes, Ben to do the chart": one behind the other.
    const isNext = found.length > 0 && NEXT_ONE.test(before)
    const bare = (isFirst || isNext) && BARE.test(behind)
    if (
      !asked &&
      !bare &&
      !(isHouse ? HOUSE_PROMISE : PROMISE).test(behind) &&
      !isAgreedOf(sentence.slice(Math.max(0, start - 40), start), behind) &&
      !(isFirst && (promisesElsewhere(behind) || (!isHouse && AND_WILL.test(behind)))) &&
      !(SAYS_YES.test(behind) && WAS_ASKED.test(sentence.slice(0, name.from))) &&
      !DUTY.test(behind) &&
      !HAS_TO.test(behind) &&
      !WOULD.test(behind) &&
      !(isFirst && WOULD_FOR_OTHERS.test(behind)) &&
      !saysSo(behind, first.length > 0) &&
      !(SET_THAT.test(sentence.slice(Math.max(0, start - 48), start)) && SHOULD_DO.test(behind))
    )
      continue
    const owners = asked
      ? [name, ...others]
      : [
          ...(ahead ? [{ ...name, name: ahead }] : []),
          ...first,
          name,
          ...companionsOf(behind, names, name),
          ...(beside ? [{ ...name, name: beside.name }] : []),
        ]
    const from = asked || found.length > 0 ? name.from : (owners[0] ?? name).from
    const last = found.at(-1)
    if (last) last.to = endBefore(sentence, from)
    found.push({
      owners: owners.map((owner) => calledBy(owner, who) ?? owner.name),
      from: last
        ? (owners[0] ?? name).from
        : asked || pointsBack(sentence.slice(0, from), behind)
          ? 0
          : startOf(sentence, from),
      to: sentence.length,
    })
  }
  const [earliest] = found
  if (earliest) {
    // "She will write to all, and Ben undertook to call": the clause in front is hers.
    const front = earliest.from > 0 ? byPronoun(sentence, subjects) : null
    return front ? [{ ...front, to: endBefore(sentence, earliest.from) }, ...found] : found
  }
  const later = laterIn(sentence, names, who)
  if (later) return [later]
  const other =
    byPassive(sentence, names, who) ??
    byInitials(sentence, who) ??
    bySeveral(sentence, who) ??
    bySpeaker(sentence, names, speaker, who) ??
    (speaker ? null : byWriter(sentence, who)) ??
    byPronoun(sentence, subjects) ??
    byPronounAsked(sentence, names, subjects, who) ??
    laidDown(sentence, who)
  if (other) return [{ ...other, to: sentence.length }]
  return PASSIVE.test(sentence) ? [{ owners: [], from: 0, to: sentence.length }] : []
}

/** "The Treasurer, Ana Lind, will …", "Our clerk (Ana) will …": what stands in front of the name is the same person. */
const APPOSED =
  /(?:^|\s)(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir)\s(?:[\p{L}’'-]{2,20}\s){0,3}[\p{L}’'-]{3,20}(?:,|\s\()\s?(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s)?$/u

/** What one takes on by an office, and everybody who is named beside that office: "Ana and the Clerk will meet them". */
function bySeveral(sentence: string, who: Who): Beginning | null {
  const found = byOffice(sentence, who)
  if (found?.owners.length !== 1) return found
  const all = holdersInFront(sentence, who)
  return all.length > 1 && all.at(-1) === found.owners[0] ? { owners: all, from: 0 } : found
}

/** "DT said she would see to it": those whom the report calls by their initials are names like the others. */
function withInitials<Name extends NameInText>(
  sentence: string,
  names: readonly Name[],
  who: Who,
): readonly (Name | NameInText)[] {
  if (!/[A-Z]{2}/.test(sentence)) return names
  const letters = [...sentence.matchAll(INITIALS)].flatMap(({ index: from, 0: name }) => {
    const to = from + name.length
    if (!who.whole(name) || names.some((other) => other.from < to && other.to > from)) return []
    return [{ name, from, to, words: 1, possessive: /^['’]s?\b/.test(sentence.slice(to)) }]
  })
  return letters.length === 0
    ? names
    : [...names, ...letters].sort((one, other) => one.from - other.from)
}
const INITIALS = /(?<![\p{L}\d.-])\p{Lu}{2,4}(?![\p{L}\d.-])/gu

function byOfficeElsewhere(sentence: string, who: Who): Beginning | null {
  const office = officeElsewhere(sentence)
  return office ? { owners: [who.holder(office) ?? office], from: 0 } : null
}

/** "They" are the names in front; of one alone it may be anybody. */
function saysSo(behind: string, several: boolean): boolean {
  const [said, they] = SAYS_SO.exec(behind) ?? []
  if (said === undefined || (they !== undefined && !several)) return false
  // "Ana said she would come if it rained": what somebody would do, and does not take on.
  return !/\swould\s/.test(said) || !SUPPOSED.test(behind.slice(said.length))
}

const SUPPOSED = /\b(?:if|unless|only|rather|sooner|instead|than|otherwise)\b/

/** Where a clause ends in front of the next one. */
function endBefore(sentence: string, from: number): number {
  const clause = sentence.slice(0, from).trimEnd()
  return clause
    .replace(/\b(?:and|while|but)$/, "")
    .trimEnd()
    .replace(/[,;]$/, "").length
}
