import { isBody } from "../people/bodies"
import type { Who } from "../people/who"
import type { FinishedBlock } from "../text/finished"
import { findSentences } from "../text/sentences"
import { type Days, dueIn } from "../times/due-in"
import { isDeed } from "./action-groups"
import { dayIn } from "./assignee"
import { isOnlyPeople, isTaken, peopleIn } from "./owners"
import { frontOf } from "./task-entry"

/** "Ana – ", "Ana and Ben: ", "Ms Lind to ": people, and what parts them from the rest of a line. */
const WHOSE = /^([^:–—()=|]{2,60}?)(?:\s?(:)|\s([–—-])|(?=\s(to)\s))\s+(?=\p{L})/u
/** "[Ana] ": the same in brackets. */
const BRACKETED = /^\[([^[\]]{2,60})(\]):?\s+(?=\p{L})/u
/** "All: vet the list": whoever is there. */
const EVERYBODY = /^(?:all|everyone|everybody)$/i
/** "Two of the nurses have done it": what somebody says is so. */
const TELLS = /\s(?:is|are|was|were|has|have|had|does|did)\s/
/** "… [13 November]", "… (by 3 May)", "… - 3 May": where a line ends in a day. */
const LAST = /(?:[([]|\s[–—-]\s)((?:(?!\s-\s)[^()[\]–—]){3,30})[)\]]?\.?$/
const LONGEST = 300
const FEWEST = 2
/** So many that are all orders need no day among them. */
const SURE = 3

/** "Property management", "Grid operator": a body or a firm, by words alone. */
const NO_PERSON = /^\p{Lu}[\p{L}’'&-]{1,24}(?:\s[\p{L}’'&-]{2,24}){0,3}$/u

type Looked = {
  id: number
  isOrder: boolean
  isDated: boolean
  isSaid: boolean
  other: Whose | null
}
/** Where what is to be done begins, and whose it is, where that is nobody who is known. */
export type Whose = readonly [begin: number, owners: readonly string[]]
/** Whose it is is told by its words. */
export const AS_SAID: Whose = [0, []]

/**
 * The blocks that are tasks as the others of their look are, by id: people who are known, the same sign in
 * front of them and the same behind, and nearly everywhere an order. Lines of what people said look alike as
 * well, but seldom order anything.
 */
export function tasksAlike(
  blocks: readonly FinishedBlock[],
  who: Who,
  days: Days,
): ReadonlyMap<number, Whose> {
  const looks = new Map<string, Looked[]>()
  for (const each of blocks) {
    const { text } = each.rich
    if (each.block.part !== "discussion" || text.length > LONGEST) continue
    const front = frontOf(text)
    const head = text.slice(front, front + 80)
    const [begun = "", people = "", ...signs] = WHOSE.exec(head) ?? BRACKETED.exec(head) ?? []
    const isKnown =
      people !== "" &&
      isOnlyPeople(people, who) &&
      peopleIn(people, who).every((name) => EVERYBODY.test(name) || who.knows(name))
    const ticked = each.block.marker?.includes("[") === true
    const isOther =
      !isKnown && signs[0] === ":" && NO_PERSON.test(people) && (ticked || isBody(people))
    if (!isKnown && !isOther) continue
    const said = text.slice(front + begun.length).replace(/^to\s/, "")
    const look = [
      each.block.kind,
      each.arrow === true,
      text.startsWith(">>"),
      front > 0,
      ...signs,
    ].join()
    const looked: Looked = {
      id: each.block.id,
      isOrder: isDeed(said) && findSentences(text).length === 1,
      isDated: dueIn(text, days) !== null || endsInDay(text, days),
      isSaid:
        TELLS.test(said.slice(0, 80)) ||
        (signs[0] === ":" && isKnown && !isTaken(text.slice(front), who, false)),
      other: isOther ? [front + begun.length, [people]] : null,
    }
    looks.set(look, [...(looks.get(look) ?? []), looked])
  }
  return new Map([...looks.values()].flatMap(tasksOf))
}

/** What bodies are told to do among people is a task where the lines of people are. */
function tasksOf(looked: readonly Looked[]): [number, Whose][] {
  const all = looked.filter(({ other }) => other === null)
  const others = looked.filter(({ other, isOrder, isSaid }) => other && isOrder && !isSaid)
  const orders = all.filter(({ isOrder }) => isOrder)
  const isDated = orders.some((each) => each.isDated)
  const isSure = orders.length >= SURE && orders.length === all.length
  if (orders.length < FEWEST || orders.length * 3 < all.length * 2 || !(isDated || isSure))
    return []
  const tasks = all.filter(({ isOrder, isSaid }) => isOrder || !isSaid)
  return [...tasks, ...(others.length <= orders.length ? others : [])].map(({ id, other }) => [
    id,
    other ?? AS_SAID,
  ])
}

function endsInDay(text: string, days: Days): boolean {
  const last = LAST.exec(text.slice(-40))?.[1]
  return last !== undefined && (dayIn(last, days)?.due ?? null) !== null
}
