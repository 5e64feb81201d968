import { isBody } from "../people/bodies"
import { titlesBefore } from "../people/titles-before"
import type { Who } from "../people/who"
import {
  AIDE,
  AT_ONCE,
  BARE,
  DUTY,
  HAS_TO,
  PROMISE,
  VERB,
  WOULD,
  WOULD_FOR_OTHERS,
} from "./commitment-words"
import type { Beginning } from "./commitments-by-name"
import type { Commitment } from "./commitments-later"

/** Whoever a sentence begins with, and what is said of them. */
const SUBJECT =
  /^(\p{L}[^;:!?()]{1,90}?)(?=(?:,\s(?:who|which)\s[^,.;:]{2,60},)?\s(?:to|will|shall|would|is|are|was|were|has|have|must|should|needs?|agree[sd]?|promise[sd]|offer(?:s|ed)|undert(?:ook|akes)|volunteer(?:s|ed)|t(?:ook|akes)|accepted|committed)\s)/u
const BETWEEN = /,\s(?:and\s)?|\s(?:and|&)\s|\s(?:together|along|jointly) with\s/
const ONLY_THEN = /\s(?:if|unless|only|rather|instead|otherwise|than|like|prefer)\s/
const LAID = `(?:is|are|was|were) (?:asked|requested|required|expected|instructed|directed|invited) to`
const REQUIRED = new RegExp(`^(?:,[^,.;:]{2,60},)?\\s${LAID}\\s${AIDE}${VERB}\\b`, "u")
const WOULD_DO = new RegExp(`^\\swould\\s${AIDE}${VERB}\\s`, "u")
/** What a body is to do; what it will do, or decides, is news. */
const BODY_IS_TO = new RegExp(
  `^\\s(?:(?:is|are) (?:still )?to|to|must still|still ha(?:s|ve) to|${LAID})\\s${AIDE}(?!discuss|consider|review|meet|set)${VERB}\\s|^\\s(?:is|are) asked for\\s`,
  "u",
)
const BODY_WILL = new RegExp(
  `^\\swill\\s${AIDE}(?!discuss|consider|review|meet|set|hold)${VERB}\\s`,
  "u",
)
const AGENT_IS_TO = new RegExp(
  `^\\s(?:(?:is|are) (?:still )?to|must still|still ha(?:s|ve) to|${LAID})\\s${AIDE}${VERB}\\s`,
  "u",
)
/** "The office", "The purchasing office": those who work for a body itself, written small. */
const OWN_STAFF =
  /^the (?:\p{Ll}[\p{Ll}’'-]+ ){0,2}(?:office|bureau|team|staff|crew|secretariat|registry|desk)$/u

/** What was asked of whoever holds an office: "asked the Listing Officer to free a day", "charge the Manager with". */
const LAID_ON_HOLDER =
  /(?<!\b(?:was|were|is|are|been)\s)\b(?:asked|requested|instructed|directed|commissioned|tasked|charged?|mandated?|entrust(?:ed)?)\s(?:the\s)?((?:\p{L}[\p{L}.’'-]{1,20}\s){1,4}?)(?=(to\s\p{Ll}{2,}|with\s(?:\p{Ll}+ing|the|a)\b))/u
/** Done there and then, whoever is asked to. */
const NOW =
  /^to\s(?:read|leave|note|wait|sit|vote|stand|second|speak|record|minute|comment|be|give|count|consider|confirm|take|return|continue|withdraw|lead)\b/

type Part = { owner: string; kind: "person" | "office" | "body" | "agent" }

/** The same of each clause: "The Scribe will write; the Treasurer will pay." */
export function byHolders(sentence: string, who: Who): Commitment[] {
  const held = byHolder(sentence, who)
  if (!held) return []
  const to = sentence.search(/;\s/)
  const next = to > 0 ? byHolder(sentence.slice(to + 2), who) : null
  if (!next) return [{ ...held, to: sentence.length }]
  return [
    { ...held, to },
    { ...next, from: to + 2, to: sentence.length },
  ]
}

/**
 * What those take on with whom a sentence begins, where one of them at least is named by an office that somebody is
 * known to hold ("The President and Mr Lind to meet the Mint") or is a body; what is asked of one who holds an office.
 */
function byHolder(sentence: string, who: Who): Beginning | null {
  const front = SUBJECT.exec(sentence.slice(0, 180))?.[1]
  const behind = sentence.slice(front?.length ?? 0)
  // Who stands in front is worth asking where something is to be done behind it.
  if (front !== undefined && (isTakenOn(behind) || isLaidOn(behind))) {
    const parts = partsOf(front, who)
    const owners = parts.map(({ owner }) => owner)
    if (parts.every(({ kind }) => kind === "body")) {
      const own = OWN_STAFF.test(front.charAt(0).toLowerCase() + front.slice(1))
      if (parts.length > 0 && (BODY_IS_TO.test(behind) || (own && BODY_WILL.test(behind))))
        return { owners, from: 0 }
    } else if (parts.some(({ kind }) => kind === "agent")) {
      if (AGENT_IS_TO.test(behind)) return { owners, from: 0 }
    } else if (parts.some(({ kind }) => kind !== "person") && isTakenOn(behind))
      return { owners, from: 0 }
  }
  const asked = who.knowsOffices ? LAID_ON_HOLDER.exec(sentence.slice(0, 300)) : null
  const holder = asked ? who.holder(asked[1] ?? "") : null
  if (!asked || !holder) return null
  const rest = ` ${sentence.slice(asked.index + asked[0].length)}`
  return AT_ONCE.test(rest) || NOW.test(asked[2] ?? "") ? null : { owners: [holder], from: 0 }
}

/** Everybody in front of what is said of them, where all of them are people or hold an office: "the Chair and Ana". */
export function holdersInFront(sentence: string, who: Who): string[] {
  const front = SUBJECT.exec(sentence.slice(0, 180))?.[1]
  const parts = front === undefined ? [] : partsOf(front, who)
  const areAll = parts.every(({ kind }) => kind === "person" || kind === "office")
  return areAll ? parts.map(({ owner }) => owner) : []
}

const isLaidOn = (behind: string) =>
  BODY_IS_TO.test(behind) || BODY_WILL.test(behind) || AGENT_IS_TO.test(behind)

function isTakenOn(behind: string): boolean {
  return (
    [PROMISE, BARE, HAS_TO, DUTY, WOULD, WOULD_FOR_OTHERS, REQUIRED].some((how) =>
      how.test(behind),
    ) ||
    (WOULD_DO.test(behind) && !ONLY_THEN.test(behind))
  )
}

/** Who stands there; nobody where any of it is something else. */
function partsOf(front: string, who: Who): Part[] {
  const whole = partOf(front, who)
  const each = eachOf(front)
  // "The First and Second Wardens" are no body where somebody is known to be each of them, nor are two bodies one.
  const areSeveral = each.length > 1 && each.every((part) => who.holder(part) || isBody(part))
  if (whole && !(whole.kind === "body" && areSeveral)) return [whole]
  const parts = each.map((part) => partOf(part, who))
  return parts.flatMap((part) => part ?? []).length === parts.length
    ? parts.flatMap((part) => part ?? [])
    : []
}

/** "The First and Second Wardens", "the secretaries of press and culture": each by what is theirs alone. */
function eachOf(front: string): string[] {
  const bare = front.replace(/^the\s/i, "")
  const [, one, two, what] = /^(\p{L}+) and (\p{L}+) (\p{L}{3,20})s$/u.exec(bare) ?? []
  if (one && two && what) return [`${one} ${what}`, `${two} ${what}`]
  const [, many = "", first, second] =
    /^(\p{L}{3,20}s) (?:of|for) (\p{L}+) and (\p{L}+)$/u.exec(bare) ?? []
  const office = many.replace(/ies$/, "y").replace(/s$/, "")
  if (first && second) return [`${office} of ${first}`, `${office} of ${second}`]
  return front.split(BETWEEN)
}

function partOf(part: string, who: Who): Part | null {
  const bare = part.trim().replace(/^(?:the|our)\s/i, "")
  if (bare === "") return null
  const holder = who.holder(bare.replace(/^(?:new|newly elected|incoming)\s/i, ""))
  // "The traders", "the section": one alone may speak for them, and still they are many.
  const isMany = /[^s]s$/.test(bare.replace(/\s(?:of|to|for)\s.*/, "")) || isBody(`the ${bare}`)
  if (holder) return { owner: holder, kind: isMany ? "body" : "office" }
  const person = who.whole(bare.slice(titlesBefore(bare).length)) ?? who.whole(bare)
  if (person) return { owner: person, kind: "person" }
  if (isBody(part.trim()) && !TELLS.test(bare)) return { owner: bare, kind: "body" }
  return isAgent(part.trim()) ? { owner: bare, kind: "agent" } : null
}

/** "Ana asked Basin members": what stands in front of a body tells of it. */
const TELLS =
  /\s(?:[Tt]he|an?|all|our|\p{Ll}+ed|gave|left|sent|told|wrote|let|put|made)\s|\s(?:plans?|intends?|hopes?|wish(?:es)?|wants?|likes?|decides?)$/u

/** "The landlord's agent", "the custodian": one of a trade, who is no member. */
const isAgent = (part: string): boolean => AGENT.test(part) && !THINGS.test(part)
const AGENT =
  /^(?:the|our)\s(?:[\p{L}’'-]{2,20}\s){0,2}(?:\p{L}{2,14}(?:er|or|ist|ian)s?|agents?|landlords?|landlad(?:y|ies)|boatyard|diocese|police|architects?)$/iu
/** Things that end like a trade. */
const THINGS =
  /(?:letter|paper|poster|flyer|folder|banner|order|number|matter|charter|chapter|register|ledger|reminder|computer|printer|meter|boiler|mower|freezer|cooker|heater|counter|container|trailer|fuller|water|power|summer|winter|dinner|supper|cover|shower|tower|river|center|corner|border|calendar|newsletter|layer|server|scanner|tender|offer|answer|door|floor|mirror|motor|sensor|monitor|error|factor|corridor|sector|projector|generator|lift|list|other|latter|former|remainder|rest)s?$/iu
