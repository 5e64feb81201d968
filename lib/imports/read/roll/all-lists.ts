import { HONORIFIC } from "@/lib/check/names"
import type { PlacedLine } from "../lines/placed-line"
import { withoutHandles } from "../people/legend"
import { findNames } from "../people/names"
import type { FinishedBlock } from "../text/finished"
import type { Rich } from "../text/rich"
import type { Locator } from "../text/source"
import { awayOfNoList } from "./away-of-no-list"
import { keysOf, namesOthers } from "./led-beside"
import { listsOfOpening } from "./lists-of-opening"
import { listsWithinItems } from "./lists-within-items"
import { readNamesByLine } from "./names-by-line"
import { type Lists, personOf, readLists } from "./participants"
import { peopleToldByLines } from "./people-told-by-lines"
import type { RollEntry } from "./roll-entry"
import { wholeAmong } from "./roll-names"
import { readToldLists } from "./roll-prose"
import { readScene } from "./roll-scene"

/** So many lines of the head are searched for whole names. */
const MOST_OF_HEAD = 40
/** So many paragraphs behind everything else are searched for those who were away. */
const MOST_CLOSING = 20

type Texts = {
  placed: readonly PlacedLine[]
  finished: readonly FinishedBlock[]
  /** What is told in the opening and the discussion. */
  running: readonly Rich[]
  /** The names behind handles. */
  legend: ReadonlyMap<string, string>
}

/** Who was there and who was away, as lists give it, and where there is none, as sentences tell it. */
export function readAllLists({ placed, finished, running, legend }: Texts, locate: Locator): Lists {
  const lists = readLists(placed, locate)
  const within = listsWithinItems(placed)
  for (const list of ["participants", "regrets"] as const)
    if (lists[list].length === 0) lists[list] = within[list].map((entry) => personOf(entry, locate))
  const told = readToldLists(
    [...finished.filter(runsOn).map(({ rich }) => rich), ...running],
    locate,
  )
  if (lists.participants.length === 0) lists.participants = told.participants
  // "Also present: Secretary Ana Lind" behind a sentence that names the others.
  else if (namesOthers(placed) && lists.participants.length <= told.participants.length)
    lists.participants = [...told.participants, ...lists.participants]
  const opening = listsOfOpening(placed)
  const away = new Set(lists.regrets.map(({ name }) => name))
  opening.participants = opening.participants.filter(({ name }) => !away.has(name))
  const named = new Set(opening.participants.map(({ name }) => name))
  // "Guests" among the groups of a roll call may have been taken for the list.
  const isPart = lists.participants.every(({ name }) => named.has(name))
  if (opening.participants.length > lists.participants.length && isPart) {
    lists.participants = opening.participants.map((entry) => personOf(entry, locate))
    if (lists.regrets.length === 0)
      lists.regrets = opening.regrets.map((entry) => personOf(entry, locate))
  }
  if (lists.participants.length === 0)
    lists.participants = readNamesByLine(placed).map((entry) => personOf(entry, locate))
  // "Ana Lind led, since Ben Okoro had sent word": she is among those who came.
  const there = new Set(lists.participants.map(({ name }) => name))
  if (lists.regrets.length === 0)
    lists.regrets = told.regrets.filter(({ name }) => !there.has(name))
  // Behind a list at the end of the report: "Apologies were received from Ana Lind."
  if (lists.regrets.length === 0) {
    const closing = finished.filter(({ block }) => block.part === "closing").slice(0, MOST_CLOSING)
    const last = closing.map(({ rich }) => rich)
    lists.regrets = readToldLists(last, locate).regrets
  }
  if (lists.heading === null) {
    const scene = readScene(running)
    if (scene.present.length > lists.participants.length)
      lists.participants = scene.present.map((entry) => personOf(entry, locate))
    if (scene.away.length > lists.regrets.length)
      lists.regrets = scene.away.map((entry) => personOf(entry, locate))
  }
  addTold(lists, placed, locate)
  for (const entry of awayOfNoList(finished, placed, lists))
    if (!lists.regrets.some(({ name }) => name === entry.name))
      lists.regrets.push(personOf(entry, locate))
  // "Members Lind and Okoro" below a head that names "Ana Lind, Chair" and "Ben Okoro".
  const head = finished.filter(({ block }) => block.part === "title").slice(0, MOST_OF_HEAD)
  const inHead = head
    .flatMap(({ rich }) => findNames(rich.text.slice(0, 300)))
    .filter(({ words }) => words > 1)
  const whole = inHead.map(({ name }) => ({ value: name.replace(HONORIFIC, "") }))
  for (const each of [...lists.participants, ...lists.regrets])
    each.name = wholeAmong(each.name, whole) ?? each.name
  lists.participants = withoutHandles(lists.participants, legend)
  lists.regrets = withoutHandles(lists.regrets, legend)
  return lists
}

/** "Presiding: Ana Lind. Also present: …" as a paragraph of the head. */
function runsOn({ block }: FinishedBlock): boolean {
  const text = block.text.slice(0, 1500).trimEnd()
  return block.part === "title" && text.endsWith(".") && /[.;]\s+\p{Lu}/u.test(text)
}

/** Adds whom the lines tell beside all those who are known to have come; where others are known, they tell of others. */
function addTold(lists: Lists, placed: readonly PlacedLine[], locate: Locator): void {
  const { participants: told, regrets } = peopleToldByLines(placed, lists.participants.length > 0)
  const keys = new Set(told.flatMap(keysOf))
  if (!lists.participants.every((each) => keysOf(each).some((key) => keys.has(key)))) return
  const known = new Set([...lists.participants, ...lists.regrets].flatMap(keysOf))
  const isListed = ({ rich }: RollEntry) =>
    placed.some(({ line, part }) => part === "participants" && line.words.at[0] === rich.at[0])
  if (lists.regrets.length === 0) lists.regrets = regrets.map((entry) => personOf(entry, locate))
  // What a list has and its reading left out is nobody.
  const others = lists.participants.length > 0 ? told.filter((entry) => !isListed(entry)) : told
  for (const entry of others) {
    if (!keysOf(entry).some((key) => known.has(key)))
      lists.participants.push(personOf(entry, locate))
    for (const key of keysOf(entry)) known.add(key)
  }
}
