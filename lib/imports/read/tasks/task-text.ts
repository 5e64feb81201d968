import { mayBeOwner } from "../people/bodies"
import type { Who } from "../people/who"
import type { Rich } from "../text/rich"
import { type Days, dayAt } from "../times/due-in"
import { assigneeIn, dayIn, NO_DAY } from "./assignee"
import { NAMED_ABOVE, VERB } from "./commitment-words"
import { isOnlyPeople, namedIn, peopleIn } from "./owners"

/** What is to be done, without those who are to do it in front of it or behind. */
export type Task = { from: number; to: number; owners: string[]; due: string | null }

/** "Ana Lind and Ben - ", "Ana Lind: ": whose a task is, in front of it. */
const FRONT = /^([^:–—→=]{2,80}?)\s?(?::|\s[–—-]|[→➔➜⇒]|[-=]{1,2}>)\s+(?=\S)/u
/** "(Ana Lind, Ben Okoro): write the letter", "[Ana] Write the letter": the same in brackets. */
const BRACKETED_FRONT = /^(?:\(([^()]{2,80})\)|\[([^[\]]{2,80})\])\s?:?\s+(?=\S)/u
/** "Ana Lind    Write the letter": a gap behind those whose it is. */
const APART = /^([^:–—]{2,80}?)(?: {3}|\t)\s{0,40}(?=\p{L})/u
const CHARGED = /^([^:;.–—]{2,80}?),? with\s(?=\p{Ll}{3,}ing\s)/u
/** "@ana @ben ", "@ana and @ben: ": several handles in front. */
const HANDLES =
  /^@[\p{L}\d_.-]{1,40}(?:(?:,\s?|\s(?:and|&|\+|und|et|y|e|og)\s|\s?\/\s?|\s)@[\p{L}\d_.-]{1,40}){1,5}[:,]?\s+(?!to\s)(?=\p{L})/u
const DEED = new RegExp(
  `^\\s+(?=${VERB}\\s|(?!(?:is|was|has|does|says|asks whether|thinks)\\s)\\p{Ll}{2,14}s\\s[\\p{L}\\d])`,
  "u",
)
/** Characters at the end of a task in which it is told whose it is. */
const FARTHEST = 140
const BEHIND =
  /\s*(?:[→➔➜⇒]|\s[-=]{1,2}>)\s*([^→➔➜⇒>]{2,100})$|\s*\(([^()]{2,100}(?:\([^()]{2,40}\))?)\)[.\s]*$|\s*\[([^[\]]{2,100})\][.\s]*$|(?<=\S\s\S{1,24})(?<!\b(?:whom|who|owner|lead|by|on|action|task|responsible|assigned to)):\s([^:([]{2,60})$|\s[–—-]\s([^–—:()]{2,40}\([^()]{3,30}\))[.\s]*$|(?<=\p{L}{5}|\s(?!prof)\p{Ll}{4})\.\s(\p{Lu}[^.:]{1,60})\.?$|\s{3,}(\S[^:]{1,60})$|\s?[.…]{4,200}\s?([^.…\s][^:…]{1,60})$/u
/** Takes apart "Ana – write the letter – 5 May", "Write the letter – Ana – 5 May" and "@ana @ben write it". */
export function taskIn(text: string, from: number, who: Who, days: Days): Task | null {
  const said = text.slice(from, from + 600)
  const handles = HANDLES.exec(said.slice(0, 200))?.[0]
  if (handles)
    return {
      from: from + handles.length,
      to: text.length,
      owners: [...handles.matchAll(/@[\p{L}\d_.-]+/gu)].map(
        ([handle]) => who.handle(handle) ?? handle.slice(1),
      ),
      due: null,
    }
  const bracketed = BRACKETED_FRONT.exec(said.slice(0, 120))
  const within = bracketed?.[1] ?? bracketed?.[2]
  const told = within ? assigneeIn(within, who, days) : null
  if (bracketed && told) return { from: from + bracketed[0].length, to: text.length, ...told }
  // "Ana Lind, with hiring six workers": behind "Charged:".
  const charged = CHARGED.exec(said.slice(0, 120))
  if (charged?.[1] && isOnlyPeople(charged[1], who))
    return {
      from: from + charged[0].length,
      to: text.length,
      owners: peopleIn(charged[1], who),
      due: null,
    }
  const front = FRONT.exec(said.slice(0, 120)) ?? APART.exec(said.slice(0, 120))
  // "Circle → design the poster"; in "Send the list → Ben" whoever it is stands behind.
  const pointed =
    front !== null &&
    /[→➔➜⇒>]\s+$/u.test(front[0]) &&
    mayBeOwner(front[1] ?? "") &&
    assigneeIn(said.slice(front[0].length), who, days) === null
  if (front?.[1] && (pointed || isOnlyPeople(front[1], who))) {
    const begin = from + front[0].length
    const tail = dashed(text, begin).at(-1)
    const due = tail ? dayAt(tail.text, days, "") : null
    const beside = /\(([^()]{3,40})\)$/.exec(front[1])?.[1]
    const when = beside ? (dayIn(beside, days)?.due ?? null) : null
    const isApart = tail && (due !== null || NO_DAY.test(tail.text) || tail.sign.includes(".."))
    const cut = isApart ? tail.at : text.length
    return { from: begin, to: cut, owners: namedIn(front[1], who), due: due ?? when }
  }
  // "Ana Lind, 5 May: write the letter": by when, beside those whose it is.
  const dated = front?.[1] && /\d/.test(front[1]) ? assigneeIn(front[1], who, days) : null
  if (front && dated?.due) return { from: from + front[0].length, to: text.length, ...dated }
  // "5 May – Ana Lind – write the letter"
  const when = front?.[1] && /\d/.test(front[1]) ? dayIn(front[1], days) : null
  const rest = front && when?.due ? taskIn(text, from + front[0].length, who, days) : null
  if (rest) return { ...rest, due: rest.due ?? when?.due ?? null }
  const parted = partedTask(said, from, who, days)
  if (parted) return parted
  const above = NAMED_ABOVE.exec(said.slice(0, 120))
  if (above?.[1] && isOnlyPeople(above[1], who)) {
    const owners = peopleIn(above[1], who)
    if (owners.every((name) => who.knows(name)))
      return { from: from + above[0].length, to: text.length, owners, due: null }
  }
  return behind(text, from, who, days)
}

/** "**The night crew** paint the handles": whose it is in bold or italics, and what they do. */
export function taskBehindBold({ text, marks }: Rich, from: number, who: Who): Task | null {
  const mark = marks.find((each) => each.from === from && /^(?:bold|italic)$/.test(each.kind))
  if (!mark || mark.to - from > 60) return null
  const people = text.slice(from, mark.to)
  const deed = DEED.exec(text.slice(mark.to, mark.to + 60))
  if (!deed || !isOnlyPeople(people, who)) return null
  const owners = peopleIn(people, who)
  const isThing = (name: string) => who.isComplete && !name.includes(" ") && !who.knows(name)
  if (owners.some(isThing)) return null
  return { from: mark.to + deed[0].length, to: text.length, owners, due: null }
}

/** "Ana, Ben / write the letter / 5 May": parts between strokes, the first of them people, the last a day. */
function partedTask(said: string, from: number, who: Who, days: Days): Task | null {
  const parts = [...said.matchAll(/(?:^|\s[/|]\s)((?:(?!\s[/|]\s).){2,300})/gu)]
  const [people, task, day] = parts
  if (parts.length !== 3 || !people?.[1] || !task?.[1] || !day?.[1]) return null
  const due = dayIn(day[1].replace(/\.$/, ""), days)
  if (due === null || !isOnlyPeople(people[1], who)) return null
  const begin = from + task.index + task[0].length - task[1].length
  return { from: begin, to: begin + task[1].length, owners: namedIn(people[1], who), ...due }
}

const ONLY_DAY = /\s[([]((?=[^()[\]]*\d)[^()[\]]{3,40})[)\]][.\s]*$/
/** "Write the letter -> Ana, by 5 May", "Write the letter (Ana, 5 May)": whose a task is, told behind it. */
export function taskBefore(text: string, from: number, who: Who, days: Days): Task | null {
  // "Write the letter | Ana | 5 May": the cells of a row that became a paragraph.
  const [task = "", ...cells] = text.length <= 400 ? text.slice(from).split(" | ") : []
  const beside =
    cells.length > 0 && cells.length <= 2 ? assigneeIn(cells.join(", "), who, days) : null
  if (beside) return { from, to: from + task.length, ...beside }
  // "Write the letter [Ana] [due 5 May]": by when stands by itself.
  const day = ONLY_DAY.exec(text.slice(-50))
  const due = day
    ? dayIn((day[1] ?? "").replace(/^(?:due|by|until|before)\s?:?\s+/i, ""), days)
    : null
  if (day && due) {
    const bare = taskBefore(
      text.slice(0, text.length - Math.min(50, text.length) + day.index),
      from,
      who,
      days,
    )
    if (bare) return { ...bare, due: bare.due ?? due.due }
  }
  const start = Math.max(from, text.length - FARTHEST)
  const behind = BEHIND.exec(text.slice(start))
  const said = behind?.slice(1).find((each) => each !== undefined)
  const told = said ? assigneeIn(said, who, days) : null
  return behind && told ? { from, to: start + behind.index, ...told } : null
}

/** "Write the letter – Ana – 5 May". */
function behind(text: string, from: number, who: Who, days: Days): Task | null {
  const [second, last] = dashed(text, from).slice(-2)
  const end = last ?? second
  if (!second || !end) return null
  const due = dayAt(end.text, days, "")
  const dated = due !== null || NO_DAY.test(end.text)
  if (last && dated && isOnlyPeople(second.text, who))
    return { from, to: second.at, owners: peopleIn(second.text, who), due }
  // "Ana, 5 May" names a day as well, "5 May" alone nobody.
  const told = assigneeIn(end.text, who, days)
  return told ? { from, to: end.at, ...told } : null
}

/** The short parts behind dashes or dots that lead on, and where the sign of each stands. */
function dashed(text: string, from: number): { text: string; at: number; sign: string }[] {
  const start = Math.max(from, text.length - 160)
  const cuts = [...text.slice(start).matchAll(/\s{1,4}[–—-]{1,2}\s{1,4}|\s?\.{4,120}\s?/g)]
  return cuts.map(({ index, 0: dash }, at) => {
    const begin = start + index + dash.length
    const stop = cuts[at + 1]?.index
    const part = text.slice(begin, stop === undefined ? text.length : start + stop)
    return { text: part.trim().replace(/\.$/, ""), at: start + index, sign: dash }
  })
}
