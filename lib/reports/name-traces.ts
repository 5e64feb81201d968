import type { ReportBlock } from "./blocks"
import { foldText, nameFinder, unspaced, wordsOfName } from "./find-names"
import type { ReportAgendaItem, ReportContent } from "./model"
import { peopleIn } from "./people-of-report"
import { plainWords } from "./plain-words"
import { type Unnamed, whoseNames } from "./whose-name"

/**
 * What people have to look at before a name is published without: places where it may still stand, of which
 * so many are `shown` and so many `more` there are; and places that were left out and may be somebody else's.
 */
export type NameTraces = { shown: string[]; more: number; hidden: string[] }

export const noTraces: NameTraces = { shown: [], more: 0, hidden: [] }

type Place = { start: number; end: number }

/** Characters before and after a word that are shown with it. */
const around = 40
const most = 20

/**
 * Where a part of the name of somebody who is not to be named still stands in what will be published, with
 * the words around it: a given name or a family name alone may mean them or somebody else, so people decide.
 * And where `whole`, the same before names were left out, has a name that could be either's.
 */
export function tracesOf(
  content: ReportContent,
  people: readonly Unnamed[],
  whole: ReportContent = content,
): NameTraces {
  if (people.length === 0) return noTraces
  const known = peopleIn(whole)
  const whose = whoseNames(known, people)
  const names = [...new Set(known.map(({ name }) => name))]
  const doubts = names.flatMap((name) => {
    const doubt = whose.doubtOfField(name)
    return doubt ? [{ name, ...doubt }] : []
  })
  const hidden = [
    ...doubts.flatMap((doubt) => (doubt.hidden ? [doubt.name] : [])),
    ...textsOf(whole).flatMap((text) => shownAt(text, whose.unsureInText(text))),
  ]
  const partsIn = partFinder(people, names)
  const parts = [...textsOf(content), ...fieldsOf(content)].flatMap((text) =>
    shownAt(text, partsIn(text)),
  )
  const kept = doubts.flatMap((doubt) => (doubt.hidden ? [] : [doubt.name]))
  const places = [...new Set([...kept, ...parts])]
  return {
    shown: places.slice(0, most),
    more: Math.max(0, places.length - most),
    hidden: [...new Set(hidden)].slice(0, most),
  }
}

/** Places of a text, each with the words around it. */
function shownAt(text: string, places: readonly Place[]): string[] {
  return places.map(({ start, end }) => {
    const [from, to] = [Math.max(0, start - around), end + around]
    return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`
  })
}

/**
 * Finds single words of names, with or without accents and capitals, but not within the longer names of
 * other people. Words of cased scripts have to have three letters, and a capital in the name.
 */
function partFinder(people: readonly Unnamed[], known: readonly string[]) {
  const words = people.flatMap(({ names }) => names.flatMap((name) => name.split(/[\s,.()-]+/u)))
  const telling = words.filter((word) => /^(?:\p{Lu}.{2}|\p{Lo}.)/u.test(word))
  const folded = new Set(telling.flatMap(partsOf).map((part) => foldText(part).text))
  const open = [...folded].filter((part) => unspaced.test(part))
  const joined = [...folded].filter((part) => /^[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(part))
  const others = nameFinder(
    known.filter((name) => wordsOfName(name).length > 1).map((name) => [name]),
  )
  return (text: string): Place[] => {
    const { text: plain, from } = foldText(text)
    const placeOf = (start: number, length: number): Place => ({
      start: from[start] ?? 0,
      end: from[start + length] ?? text.length,
    })
    const found = [...plain.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ index, 0: word }) => {
      const isPart =
        folded.has(word) ||
        // "And" and "the" are written together with the word that they stand before.
        joined.some((part) => word.endsWith(part) && word.length - part.length <= 3)
      return isPart ? [placeOf(index, word.length)] : []
    })
    for (const part of open)
      for (let at = plain.indexOf(part); at >= 0; at = plain.indexOf(part, at + part.length))
        found.push(placeOf(at, part.length))
    if (found.length === 0) return found
    const named = others(text)
    return found.filter(
      ({ start, end }) => !named.some((other) => other.start <= start && end <= other.end),
    )
  }
}

/** A name that is written without spaces has its family name in front, of one sign or two. */
function partsOf(word: string): string[] {
  const signs = [...word]
  if (!unspaced.test(word) || signs.length < 3) return [word]
  return [word, signs.slice(0, 2).join(""), signs.slice(-2).join("")]
}

/** The running words of a report, each of its places apart. */
function textsOf({ meeting, agenda, sections, nextMeeting, ...rest }: ReportContent): string[] {
  return [
    ...[meeting.title, meeting.place],
    ...titlesOf(agenda),
    ...sections.flatMap(({ content }) => content.map(wordsOf)),
    nextMeeting,
    ...[rest.correction, rest.withdrawal].flatMap((one) => (one ? [one.reason] : [])),
  ]
}

/** Fields that hold a name or say for whom somebody spoke. */
function fieldsOf(content: ReportContent): string[] {
  return [...new Set(peopleIn(content).flatMap(({ name, capacity }) => [name, capacity]))]
}

const titlesOf = (items: readonly ReportAgendaItem[]): string[] =>
  items.flatMap(({ title, children }) => [title, ...titlesOf(children)])

function wordsOf(block: ReportBlock): string {
  switch (block.type) {
    case "paragraph":
    case "bulletList":
    case "orderedList":
      return plainWords([block])
    case "question":
      return [plainWords(block.content), block.attrs.outcome ?? ""].join(" ")
    default:
      return plainWords(block.content)
  }
}
