import { decides } from "../decisions/decides"
import { isBody } from "../people/bodies"
import { isFront } from "../people/joined-names"
import type { Who } from "../people/who"
import { anyOf, words } from "../text/stems"
import {
  ASKED_ENTITY,
  ASKED_SOME,
  AT_ONCE,
  HELD,
  HELD_SHOULD,
  KEEPERS_TO,
  MANY_ASKED,
  MANY_SHOULD,
  MANY_TO,
  MAY_ASK,
  MAY_PROMISE,
  OFFICE_PROMISE,
  OFFICE_SAYS,
  OFFICE_SHOULD,
  PART_ASKED,
  PLEDGED,
  WORD_GIVEN,
} from "./commitment-words"
import type { Beginning } from "./commitments-by-name"

/** What a sentence has in it that can be told of whoever holds an office, or lays a task on a part of the meeting. */
const MAY_HOLD = /(?:will|shall|to|tasked with|charged with)\s/i
/** A piece of every office and of every name for many of the meeting. */
const mayPromise = anyOf(
  words(
    "chair|secretar|rapporteur|volunteer|taker|scribe|moderator|facilitator|convenor|group|party|team|committee|panel|task force|coordinator|editor|host|commission|bureau|executive|presiden|staff|clerk|engineer|treasurer|director|superintendent|attorney|solicitor|counsel|lawyer|registrar|officer|advis|inspector|surveyor|architect|planner|accountant|auditor|consultant|technician|master|teacher|principal|manager|webmaster|librarian|archivist|curator|bursar|dean|caretaker|warden|quartermaster|chaplain|sexton|steward|administrator|liaison|organi|member|participant|attendee|delegat|parties|colleague|every|each |offices|departments|all ",
  ),
)
const MAY_BIND = /\s(?:should|must|need to|have to)\s/
const GIVES_WORD =
  /(?:undertook|undertaken|undertakes|volunteered|offered|promised|pledged|agreed|agrees) to /
const MAY_CHARGE = /(?:tasked|charged|entrusted|mandated|commissioned)\s/i

/** "Ana asked the branch to meet half the fare": what a body does by deciding it, and nobody's task. */
const ASKS_TO_DECIDE =
  /^(?:asked|requested|invited) (?:the|all) (?:\p{L}+ )?(?:meeting|branch|board|committee|council|group|members|membership|assembly|house|club|society|association|union|panel|forum|tsc|plenary|trustees|directors|governors|senate|vestry) to (?:meet|pay|fund|approve|support|consider|agree|endorse|accept|adopt|buy|purchase|contribute|donate|sponsor|allow|note|decide|vote|ratify|confirm|adjust|reconsider|recommend|appoint|nominate|release|commission|replace|lend|insure|hire|reduce|increase|extend|set|draw)\b/iu

/** "The working party agreed to add a chapter": what a body agrees on is its decision. */
const MEETS =
  /(?:group|party|team|committee|panel|force|commission|council|board|bureau|executive|assembly|meeting|call|chairs|chairmen)$/i
const isAgreedBy = (body: string, said: string) =>
  MEETS.test(body) && /\s(?:has |have |kindly |also )?agree[sd]? to\s/i.test(said)

/** "Asked the participants to state their names", "invited all to look out of the window": done there and then. */
function isForNow(sentence: string, { 0: said, index, 1: whom = "" }: RegExpExecArray): boolean {
  const behind = sentence.slice(index + said.lastIndexOf(`${whom} to `) + whom.length)
  const dated = /\b(?:by|before|until|next)\b/.test(behind)
  return AT_ONCE.test(behind) || (/^invited/i.test(said) && !dated)
}

/** What an office, a body or a part of the meeting takes on or is given. */
export function byOffice(sentence: string, who: Who): Beginning | null {
  const owner = (office: string) => [who.holder(office) ?? withoutThe(office)]
  const match =
    MAY_HOLD.test(sentence) && mayPromise(sentence) && MAY_PROMISE.test(sentence.toLowerCase())
      ? (OFFICE_PROMISE.exec(sentence) ?? MANY_TO.exec(sentence) ?? MANY_ASKED.exec(sentence))
      : null
  if (match?.[1])
    return isAgreedBy(match[1], match[0])
      ? null
      : { owners: owner(match[1]), from: startOf(sentence, match.index) }
  const says = /\s(?:will|would|['’]ll|['’]d)\s/.test(sentence)
    ? OFFICE_SAYS.exec(sentence)?.[1]
    : undefined
  if (says) return { owners: owner(says), from: 0 }
  const bound = MAY_BIND.test(sentence.slice(0, 100)) ? MANY_SHOULD.exec(sentence)?.[1] : undefined
  if (bound) return { owners: owner(bound), from: 0 }
  const many = KEEPERS_TO.exec(sentence)?.[1]
  if (many) return { owners: [withoutThe(many)], from: 0 }
  const told = sentence.includes(" that ") ? OFFICE_SHOULD.exec(sentence)?.[1] : undefined
  if (told) return { owners: owner(told), from: 0 }
  const given = GIVES_WORD.test(sentence.slice(0, 100))
    ? WORD_GIVEN.exec(sentence.slice(0, 200))
    : null
  // "The Board agreed to write" is what it decided.
  if (given?.[1] && !(given[2] && (decides(sentence) || isAgreedBy(given[1], given[0]))))
    return { owners: owner(given[1]), from: 0 }
  // "The Chief Forester shall publish": whatever somebody of the list is.
  const held =
    who.knowsOffices && MAY_HOLD.test(sentence.slice(0, 170)) ? HELD.exec(sentence) : null
  const holder = held?.[1] ? who.holder(held[1]) : null
  const should =
    who.knowsOffices && !holder && sentence.includes(" that the ")
      ? HELD_SHOULD.exec(sentence)?.[1]
      : undefined
  const other = should ? who.holder(should) : null
  if (other) return { owners: [other], from: 0 }
  const partner = held?.[2] ? (who.holder(held[2]) ?? who.whole(held[2])) : null
  if (holder && (partner || !held?.[2]))
    return { owners: partner ? [holder, partner] : [holder], from: 0 }
  const mayAsk = MAY_ASK.test(sentence) && /\sto\s/.test(sentence)
  const asked = mayAsk ? ASKED_SOME.exec(sentence) : null
  const part = MAY_CHARGE.test(sentence) ? PART_ASKED.exec(sentence)?.[1] : undefined
  const charged = asked?.[1] ?? part
  if (asked && (ASKS_TO_DECIDE.test(asked[0]) || isForNow(sentence, asked))) return null
  // "Asked the committee not to do it".
  if (charged?.endsWith(" not")) return null
  if (charged) return { owners: owner(charged), from: 0 }
  const entity = mayAsk ? ASKED_ENTITY.exec(sentence)?.[1] : undefined
  const behind = entity ? sentence.slice(sentence.indexOf(`${entity} to `) + entity.length) : ""
  if (entity && !AT_ONCE.test(behind))
    return { owners: bodiesIn(entity).map((name) => who.holder(name) ?? name), from: 0 }
  const pledged = sentence.includes(" that the ") ? PLEDGED.exec(sentence) : null
  if (!pledged?.[1]) return null
  const said = pledged.index + pledged[0].indexOf(` that the ${pledged[1]}`) + 6
  return { owners: [pledged[1]], from: said }
}

/** "A committee made up of Dr. Ana Lind …" */
const COMMITTEE =
  /^an? (?:[\p{L}-]{2,20} ){0,2}(?:committee|group|team|panel|delegation) (?:made up of|consisting of|composed of|comprising|of) (?:\p{L}{1,8}\.? )?$/iu

/** "By 20 May Ana is to send it." */
const BY_WHEN = /^(?:by|before|until|no later than|within)\s[^,.;:]{2,30},?\s$/i

/** The whole sentence where it begins with the promise, else the clause from there on. */
export function startOf(sentence: string, from: number): number {
  const front = sentence.slice(0, from)
  return isFront(sentence, from) ||
    COMMITTEE.test(front) ||
    BY_WHEN.test(front) ||
    /^(?:\W|the|all|our|mr|mrs|ms|dr|prof)*$/i.test(front)
    ? 0
    : from
}

/** "Dravonia and Kalvira" are two, "the Food and Drink Committee" is one. */
export function bodiesIn(entity: string): string[] {
  const parts = entity.split(/\s(?:and|&)\s/)
  const two =
    parts.length > 1 &&
    (!isBody(entity) || /\sand the\s/.test(entity) || parts.every((part) => isBody(part)))
  return (two ? parts : [entity]).map(withoutThe)
}

export function withoutThe(office: string): string {
  return office.replace(/^(?:the|our)\s+/i, "")
}
