import { isBody } from "../people/bodies"
import {
  isFront,
  knownNames,
  officeAhead,
  partnerByOffice,
  partnersAfter,
} from "../people/joined-names"
import type { NameInText } from "../people/names"
import type { Who } from "../people/who"
import {
  ASKED,
  ASKED_ENTITY,
  ASKED_PRONOUN,
  ASKED_SOME,
  AT_ONCE,
  BARE,
  DENIED,
  DUTY,
  DUTY_OF,
  HAS_TO,
  HELD,
  HELD_SHOULD,
  KEEPERS_TO,
  MANY_ASKED,
  MANY_TO,
  MAY_ASK,
  MAY_PROMISE,
  MYSELF,
  OF_TURN,
  OFFICE_PROMISE,
  OFFICE_SHOULD,
  PART_ASKED,
  PASSIVE,
  PLEDGED,
  PROMISE,
  PRONOUN,
  SAYS_SO,
  SET_THAT,
  SHOULD_DO,
  WITH_TASK,
  WOULD,
} from "./commitment-words"
import { type Beginning, byInitials, byPassive } from "./commitments-by-name"
import { isGivenTo, promisesElsewhere } from "./commitments-elsewhere"
import { type Commitment, laterIn } from "./commitments-later"
import { companionsOf, partnersOf } from "./companions"

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
  if (/\?["”)]?$/.test(sentence.slice(-3)) || DENIED.test(sentence)) return []
  const found: Commitment[] = []
  const names = knownNames(sentence, who)
  for (const [index, name] of names.entries()) {
    if (DUTY_OF.test(sentence.slice(name.to, name.to + 40)) && isFront(sentence, name.from))
      return [{ owners: [who.whole(name.name) ?? name.name], from: 0, to: sentence.length }]
    if (name.possessive || (name.words === 1 && !who.knows(name.name))) continue
    const before = sentence.slice(Math.max(0, name.from - 24), name.from)
    const ahead = officeAhead(sentence, name.from, who)
    const beside = partnerByOffice(sentence.slice(name.to, name.to + 60), who)
    const behind = sentence.slice(name.to + (beside?.length ?? 0), name.to + 240)
    const given = ASKED.test(before) || isGivenTo(before)
    const others = given ? partnersAfter(sentence, names, index) : []
    const end = (others.at(-1) ?? name).to
    const rest = sentence.slice(end, end + 240)
    const asked =
      (ASKED.test(before) &&
        (/^\s+to\s+\p{Ll}{2,}/u.test(rest) || WITH_TASK.test(rest)) &&
        !AT_ONCE.test(rest)) ||
      (isGivenTo(sentence.slice(Math.max(0, name.from - 60), name.from)) && !/^\s?:/.test(behind))
    const first = partnersOf(sentence, names, index)
    const bare = isFront(sentence, (first[0] ?? name).from) && BARE.test(behind)
    if (
      !asked &&
      !bare &&
      !PROMISE.test(behind) &&
      !(isFront(sentence, (first[0] ?? name).from) && promisesElsewhere(behind)) &&
      !DUTY.test(behind) &&
      !HAS_TO.test(behind) &&
      !WOULD.test(behind) &&
      !saysSo(behind, first.length > 0) &&
      !(
        SET_THAT.test(
          sentence.slice(Math.max(0, (first[0] ?? name).from - 48), (first[0] ?? name).from),
        ) && SHOULD_DO.test(behind)
      )
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
      owners: owners.map((owner) => who.whole(owner.name) ?? owner.name),
      from: last ? (owners[0] ?? name).from : asked ? 0 : startOf(sentence, from),
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
    byOffice(sentence, who) ??
    bySpeaker(sentence, speaker) ??
    byPronoun(sentence, subjects) ??
    byPronounAsked(sentence, names, subjects, who)
  if (other) return [{ ...other, to: sentence.length }]
  return PASSIVE.test(sentence) ? [{ owners: [], from: 0, to: sentence.length }] : []
}

/** "They" are the names in front; of one alone it may be anybody. */
function saysSo(behind: string, several: boolean): boolean {
  const [said, they] = SAYS_SO.exec(behind) ?? []
  return said !== undefined && (they === undefined || several)
}

/** Where a clause ends in front of the next one, without the comma and the "and" between them. */
function endBefore(sentence: string, from: number): number {
  const clause = sentence.slice(0, from).trimEnd()
  return clause
    .replace(/\b(?:and|while|but)$/, "")
    .trimEnd()
    .replace(/[,;]$/, "").length
}

function byOffice(sentence: string, who: Who): Beginning | null {
  const owner = (office: string) => [who.holder(office) ?? withoutThe(office)]
  const match = MAY_PROMISE.test(sentence)
    ? (OFFICE_PROMISE.exec(sentence) ?? MANY_TO.exec(sentence) ?? MANY_ASKED.exec(sentence))
    : null
  if (match?.[1]) return { owners: owner(match[1]), from: startOf(sentence, match.index) }
  const many = KEEPERS_TO.exec(sentence)?.[1]
  if (many) return { owners: [withoutThe(many)], from: 0 }
  const told = OFFICE_SHOULD.exec(sentence)?.[1]
  if (told) return { owners: owner(told), from: 0 }
  // "The Chief Forester shall publish": whatever somebody of the list is.
  const held = HELD.exec(sentence)
  const holder = held?.[1] ? who.holder(held[1]) : null
  const should =
    !holder && sentence.includes(" that the ") ? HELD_SHOULD.exec(sentence)?.[1] : undefined
  const other = should ? who.holder(should) : null
  if (other) return { owners: [other], from: 0 }
  const partner = held?.[2] ? (who.holder(held[2]) ?? who.whole(held[2])) : null
  if (holder && (partner || !held?.[2]))
    return { owners: partner ? [holder, partner] : [holder], from: 0 }
  const asked = MAY_ASK.test(sentence) ? ASKED_SOME.exec(sentence) : null
  const given = asked?.[1] ?? PART_ASKED.exec(sentence)?.[1]
  if (given) return { owners: owner(given), from: 0 }
  const entity = MAY_ASK.test(sentence) ? ASKED_ENTITY.exec(sentence)?.[1] : undefined
  const behind = entity ? sentence.slice(sentence.indexOf(`${entity} to `) + entity.length) : ""
  if (entity && !AT_ONCE.test(behind))
    return { owners: bodiesIn(entity).map((name) => who.holder(name) ?? name), from: 0 }
  const pledged = PLEDGED.exec(sentence)
  if (!pledged?.[1]) return null
  const said = pledged.index + pledged[0].indexOf(` that the ${pledged[1]}`) + 6
  return { owners: [pledged[1]], from: said }
}

function bySpeaker(sentence: string, speaker: string | null): Beginning | null {
  return speaker && (MYSELF.test(sentence) || OF_TURN.test(sentence))
    ? { owners: [speaker], from: 0 }
    : null
}

function byPronoun(sentence: string, subjects: readonly string[]): Beginning | null {
  const said = PRONOUN.exec(sentence)?.[1]
  if (!said || subjects.length === 0 || (said === "They") === (subjects.length === 1)) return null
  return { owners: [...subjects], from: 0 }
}

/** "Ana asked him to send it": somebody else who was named last, in this sentence or the one before. */
function byPronounAsked(
  sentence: string,
  names: readonly NameInText[],
  subjects: readonly string[],
  who: Who,
): Beginning | null {
  const match = ASKED_PRONOUN.exec(sentence)
  if (!match?.[1]) return null
  const before = names.filter(({ to }) => to <= match.index).map(({ name }) => who.whole(name))
  const asker = before.at(-1)
  const meant = before.length > 1 ? before.slice(0, -1) : subjects
  const others = meant.filter((name) => name !== null && name !== asker)
  const owners = /^them$/i.test(match[1]) ? others : others.slice(-1)
  const people = owners.filter((name) => name !== null)
  return people.length > 0 ? { owners: people, from: 0 } : null
}

/** Whom a sentence is about: the people that it begins with. */
export function subjectsOf(sentence: string, who: Who): string[] {
  const names = knownNames(sentence.slice(0, 160), who)
  const [first] = names
  if (!first || first.possessive || !isFront(sentence, first.from)) return []
  const people = [first, ...partnersAfter(sentence, names, 0)].map(({ name }) => who.whole(name))
  return people.filter((name) => name !== null)
}

/** "A committee made up of Dr. Ana Lind …" */
const COMMITTEE =
  /^an? (?:[\p{L}-]{2,20} ){0,2}(?:committee|group|team|panel|delegation) (?:made up of|consisting of|composed of|comprising|of) (?:\p{L}{1,8}\.? )?$/iu

/** The whole sentence where it begins with the promise, else the clause from there on. */
function startOf(sentence: string, from: number): number {
  const front = sentence.slice(0, from)
  return isFront(sentence, from) ||
    COMMITTEE.test(front) ||
    /^(?:\W|the|all|our|mr|mrs|ms|dr|prof)*$/i.test(front)
    ? 0
    : from
}

/** "Dravonia and Kalvira" are two, "the Food and Drink Committee" is one. */
export function bodiesIn(entity: string): string[] {
  const parts = entity.split(/\s(?:and|&)\s/)
  const two = parts.length > 1 && (!isBody(entity) || parts.every((part) => isBody(part)))
  return (two ? parts : [entity]).map(withoutThe)
}

export function withoutThe(office: string): string {
  return office.replace(/^(?:the|our)\s+/i, "")
}
