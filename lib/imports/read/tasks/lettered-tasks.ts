import { looksLikeName } from "../people/names"
import type { Line } from "../text/shape"
import { VERB } from "./commitment-words"

/** "(a) Mr Okoro: to see to the lamps", "(b) Ana Lind and Ben Okoro to lay them": people, and what they are to do. */
const ASSIGNED = new RegExp(
  `^((?:\\p{Lu}[\\p{L}\\p{M}.'’-]{0,24},?\\s(?:(?:and|&)\\s)?){0,7}\\p{Lu}[\\p{L}\\p{M}.'’-]{0,24}):?\\s(?:to|shall)\\s(?:\\p{Ll}+ly\\s)?${VERB}\\s`,
  "u",
)
const TITLED =
  /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|Councillor|Rev|Revd|Canon|Sr|Sra|Hon|Smt|Sri)\.?\s/u
const FEWEST = 2

/** Letters in front of lines that say what people are to do, in most of those that have letters: none count items. */
export function withLetteredTasks(lines: readonly Line[]): Line[] {
  const lettered = lines.filter(
    ({ marker, level, bullet }) => marker?.form === "letter" && level === 0 && !bullet,
  )
  const tasks = new Set(lettered.filter(isTask))
  if (tasks.size < FEWEST || tasks.size * 3 < lettered.length * 2) return [...lines]
  return lines.map((line) => (tasks.has(line) ? { ...line, marker: null, task: true } : line))
}

function isTask({ words: { text } }: Line): boolean {
  const people = ASSIGNED.exec(text.slice(0, 140))?.[1]?.split(/,\s|\s(?:and|&)\s/) ?? []
  return people.length > 0 && people.every((each) => TITLED.test(each) || isWholeName(each))
}

const isWholeName = (text: string) => text.includes(" ") && looksLikeName(text)
