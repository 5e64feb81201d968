import { readReport } from "./report"

// Small minutes of an invented group, for tests of one part of them; everything else stays the same.

const title = "Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC"

/** Minutes with three people listed; `text` is all behind them: agenda and items. */
const minutesWithItems = (text: string) =>
  `${title}\n\nChair: Ana Lind\nPresent: Ana Lind, Ben Okoro, Cem Arslan\n\n${text}`

/** Minutes with two items and the lists of people as given. */
const minutesWithLists = (lists: string) =>
  `${title}\n\n${lists}\n\n1. Lamps\n\nThe lamps were counted.\n\n2. Any other business\n\nNothing was raised.\n`

/** Minutes of four people whose first item holds nothing but what is given. */
export const minutesWith = (said: string) =>
  `${title}\n\nChair: Ana Lind\nPresent: Ana Lind, Ben Okoro, Cem Arslan, Dora Weiss\n\n1. Lamps\n\n${said}\n\n2. Any other business\n\nNothing was raised.\n`

type Item = { title: string; coverage: string; children: Item[] }
const itemOf = ({ title: name, coverage, children }: Item): unknown =>
  children.length > 0 ? [name, children.map(itemOf)] : `${name}: ${coverage}`

/** "Lamps: discussed" of each item that is read in a text; with sub-items its title and theirs. */
export const itemsOf = (text: string): unknown[] => itemsIn(minutesWithItems(text))

/** The same for a text that is the whole report. */
export const itemsIn = (text: string): unknown[] =>
  readReport(text, "agenda.txt").agenda.map(itemOf)

/** The names of those who are listed as present, and of those who are listed as away. */
export function listsOf(lists: string): [present: string[], away: string[]] {
  const { participants, regrets } = readReport(minutesWithLists(lists), "list.txt")
  return [participants.map(({ name }) => name), regrets.map(({ name }) => name)]
}

/** The words of the decisions that are read in what was said under an item. */
export const decisionsOf = (said: string): string[] =>
  readReport(minutesWith(said), "phrase.txt").decisions.map(({ text }) => text)
