import { ACTION_MARKED, DECISION_MARKED } from "../decisions/outcome-labels"
import { isBody, mayBeOwner } from "../people/bodies"
import { isTitle } from "../people/titles-and-letters"
import type { Who } from "../people/who"
import type { FinishedBlock } from "../text/finished"
import { findSentences } from "../text/sentences"
import { type Days, dueIn } from "../times/due-in"
import { isDeed } from "./action-groups"
import { dayIn } from "./assignee"
import { VERBS } from "./commitment-words"
import { isOnlyPeople, isTaken, namedIn, peopleIn } from "./owners"
import { frontOf } from "./task-entry"
import { tasksInPresent } from "./tasks-in-present"
import { tasksSigned } from "./tasks-signed"

/** "Ana – ", "Ana and Ben: ", "Ms Lind to ": people, and what parts them from the rest of a line. */
const WHOSE = /^([^:–—()=|]{2,60}?)(?:\s?(:)|\s([–—-])|(?=\s(to)\s))\s+(?=\p{L})/u
/** "[Ana] ": the same in brackets. */
const BRACKETED = /^\[([^[\]]{2,60})(\]):?\s+(?=\p{L})/u
/** "@ana @ben: ", "@ana ": handles, one beside the other. */
const HANDLES = /^((?:@[\p{L}\d_.-]{1,40}(?:[:,]?\s+(?:(?:and|&|\+)\s)?)){1,5})(?=\p{L})/u
const DOES_OR_DO = new RegExp(`^${VERBS}\\s`, "u")
/** Where a task may begin behind what was said of it: "Poppies. → Ana: …", "Keys: two are lost. Ben - …". */
const BEGINS = /(?:(?<=[\p{L}\d)"”]{2})[.!?:]|→|➔|➜|⇒|[-=]{1,2}>)\s{1,4}(?=[\p{L}@])/gu
/** "All: vet the list": whoever is there. */
const EVERYBODY = /^(?:all|everyone|everybody)$/i
/** "Two of the nurses have done it": what somebody says is so. */
const TELLS = /\s(?:is|are|was|were|has|have|had|does|did)\s/
/** "… [13 November]", "… (by 3 May)", "… - 3 May": where a line ends in a day. */
const LAST = /(?:[([]|\s[–—-]\s)((?:(?!\s-\s)[^()[\]–—]){3,30})[)\]]?\.?$/
const LONGEST = 300
const FEWEST = 2
/** So many places of a text are looked at. */
const MOST = 8
const PARTS = /^(?:opening|discussion|closing)$/
/** So many that are all orders need no day among them. */
const SURE = 3

/** A stretch of a text that may be a task by its look: where its people stand, and where what they are to do. */
type Place = { at: number; people: string; begin: number; sign: string }
type Looked = {
  id: number
  place: Place
  isFront: boolean
  owners: string[]
  /** By name, handle or office; else it may be a body, or any words. */
  isKnown: boolean
  isOrder: boolean
  isDated: boolean
  isSaid: boolean
  isSmall: boolean
}

/** Where a task stands in a block, and whose it is if that is told in front of it. */
export type Spot = { begin: number; owners: string[] }

/**
 * Where the tasks are that are told by how the others of their look are, by the ids of their blocks: people
 * who are known, the same sign in front of them and the same behind, and nearly everywhere an order. Lines of
 * what people said look alike as well, but seldom order anything.
 */
export function tasksAlike(
  blocks: readonly FinishedBlock[],
  who: Who,
  days: Days,
): ReadonlyMap<number, Spot> {
  const looks = new Map<string, Looked[]>()
  for (const each of blocks) {
    const { text } = each.rich
    if (!PARTS.test(each.block.part) || text.length > LONGEST) continue
    for (const place of placesIn(text)) {
      const looked = lookAt(each, place, who, days)
      if (!looked) continue
      const look = looked.isFront
        ? [
            each.block.part,
            each.block.kind,
            each.arrow === true,
            text.startsWith(">>"),
            place.at > 0,
            place.sign,
          ]
        : ["behind", place.sign]
      looks.set(look.join(), [...(looks.get(look.join()) ?? []), looked])
    }
  }
  const spots = [...looks.values()].flatMap(tasksOf)
  return new Map([
    ...tasksInPresent(blocks, who, days),
    ...tasksSigned(blocks, who, days),
    ...spots.map(({ id, place: { begin }, isFront, isKnown, owners }): [number, Spot] => [
      id,
      isFront && isKnown ? { begin: 0, owners: [] } : { begin, owners },
    ]),
  ])
}

/** The places in a text where people may stand in front of what they are to do: at its front, and behind signs. */
function placesIn(text: string): Place[] {
  const front = frontOf(text)
  const starts = [...text.matchAll(BEGINS)].flatMap(({ index, 0: sign }) => {
    // "Mr. Lind and Dr. Okoro: …": the stop behind a title ends nothing.
    if (sign.startsWith(".") && endsInTitle(text.slice(Math.max(0, index - 16), index))) return []
    // A full stop and a colon both end what was said before.
    return [{ at: index + sign.length, before: /[.!?:]/.test(sign) ? "" : "→" }]
  })
  return [{ at: front, before: "" }, ...starts.slice(0, MOST)].flatMap(({ at, before }) => {
    const said = text.slice(at, at + 80)
    const handles = HANDLES.exec(said)
    if (handles?.[1])
      return [{ at, people: handles[1], begin: at + handles[0].length, sign: `${before}@` }]
    const [begun = "", people = "", ...signs] = WHOSE.exec(said) ?? BRACKETED.exec(said) ?? []
    // "Ana to write" is a sentence, and read as one wherever it stands.
    return people === "" || (at > front && signs.includes("to"))
      ? []
      : [{ at, people, begin: at + begun.length, sign: `${before}${signs.join()}` }]
  })
}

function endsInTitle(front: string): boolean {
  const word = /(?:^|[\s(])(\p{Lu}[\p{L}-]{1,14})$/u.exec(front)?.[1]
  return word !== undefined && isTitle(word)
}

function lookAt(each: FinishedBlock, place: Place, who: Who, days: Days): Looked | null {
  const { text } = each.rich
  const isCalled = place.people.startsWith("@")
  const people = isCalled ? (place.people.match(/@[^:,\s]+/g) ?? []).join(", ") : place.people
  const said = text.slice(place.begin).replace(/^to\s/, "")
  const isOrder =
    (isDeed(said) || (isCalled && DOES_OR_DO.test(said.slice(0, 40)))) &&
    findSentences(text.slice(place.at)).length === 1
  const isKnown =
    isOnlyPeople(people, who) &&
    peopleIn(people, who).every((name) => EVERYBODY.test(name) || who.knows(name))
  if (!isKnown && !(isOrder && (isCalled || mayBeCalled(people, place.sign)))) return null
  return {
    isFront: place.at <= frontOf(text),
    id: each.block.id,
    place,
    owners:
      isCalled && !isKnown ? handlesIn(people, who) : (bodiesIn(people) ?? namedIn(people, who)),
    isKnown,
    isOrder,
    isDated: dueIn(text, days) !== null || endsInDay(text, days),
    isSaid:
      each.block.part !== "discussion" ||
      TELLS.test(said.slice(0, 80)) ||
      (place.sign.includes(":") && !isTaken(text.slice(place.at), who, false)),
    isSmall: /^\p{Ll}/u.test(said),
  }
}

/** "Market Office and Town Council": two bodies, as "Parks and Roads Office" is one. */
function bodiesIn(people: string): string[] | null {
  const both = people.split(/\s(?:and|&)\s/)
  return both.length === 2 && both.every((each) => isBody(each)) ? both : null
}

const handlesIn = (people: string, who: Who) =>
  people.split(/,\s/).flatMap((each) => {
    const nick = each.replace(/^@/, "")
    return nick ? [who.handle(nick) ?? nick] : []
  })

/** "Grid operator", "Town Council", "St John's Brigade": the words of a name; "Resolved" and "TODO Ana" are labels. */
const CALLED = /^\p{Lu}[\p{L}\p{M}.'’-]{1,24}(?:\s[\p{L}\p{M}.'’-]{1,24}){0,3}$/u
const mayBeCalled = (people: string, sign: string) =>
  !sign.includes("to") &&
  CALLED.test(people) &&
  mayBeOwner(people) &&
  !ACTION_MARKED.test(`${people}: `) &&
  !DECISION_MARKED.test(`${people}: `)

function tasksOf(all: readonly Looked[]): Looked[] {
  const known = all.filter(({ isKnown }) => isKnown)
  const orders = known.filter(({ isOrder }) => isOrder)
  // Who is not known is a body by what it is called, or by the others of its look.
  const others = all.filter(
    ({ isKnown, place: { people, sign } }) =>
      !isKnown && (orders.length >= FEWEST || sign.includes("@") || isBody(people)),
  )
  const told = [...orders, ...others]
  const isDated = told.some((each) => each.isDated)
  const isSure =
    orders.length === known.length &&
    told.length >= (told.every(({ isSmall }) => isSmall) ? FEWEST : SURE)
  if (orders.length === 0 || told.length < FEWEST || orders.length * 3 < known.length * 2) return []
  if (!isDated && !isSure) return []
  const isSureOfAll = orders.length >= FEWEST && orders.some((each) => each.isDated)
  return [
    ...known.filter(
      ({ isFront, isOrder, isSaid }) => isOrder || (isSureOfAll && isFront && !isSaid),
    ),
    ...others,
  ]
}

function endsInDay(text: string, days: Days): boolean {
  const last = LAST.exec(text.slice(-40))?.[1]
  return last !== undefined && (dayIn(last, days)?.due ?? null) !== null
}
