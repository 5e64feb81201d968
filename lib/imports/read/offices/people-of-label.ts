import { looksLikeName } from "../people/names"
import { readPeople } from "../roll/roll"
import type { RollEntry } from "../roll/roll-entry"
import { type Rich, sliceRich, trimRich } from "../text/rich"
import { PARTED, withoutWhen } from "./office-fields"

const LONGEST = 400
/** "Chair: Ana Lind. Minutes taken by Ben Okoro." */
const NEXT_SENTENCE =
  /(?<=\p{Ll}{2}|\))(?<!\b(?:mr|ms|dr|sr|mx|mrs|prof|hon|rev|amb|cllr|mme|gen|sen|rep|eng|dra|sra|srta|ing|lic|arq|gral|mlle|dott|br|bro|sis|fr|revd|ven|phdr|mudr|judr|rndr|mvdr|mgr|bc|mag|capt))\.\s{1,4}(?=\p{Lu})/iu
/** "Chair: Ana Lind, as Ben Okoro is ill": why she, and nobody else. */
const REASON =
  /(?:,| \(|;) ?(?:as|since|because|while|in (?:the )?(?:absence|place|stead)|instead|(?:standing|stepping|filling) in|deputi[sz]ing|replacing|on behalf) (?!chair)/i
/** What stands in the next column is no name of theirs. */
const GAP = /(?<=\S)\s{3}/
/** "For the board, Ana Lind; for the staff, Ben Okoro": whom each of them led for. */
const WHOSE = /(?:^|(?<=[;,] ))for (?:the |our )?[^,;:]{2,40}[,:] (?=\p{Lu})/u
/** "Chair of the board: Ana Lind (apologies)". */
const AWAY =
  /(?:^|[,;(] ?)(?:(?:with|sent|sends|gave) )?(?:apolog|absent|absence|excused|regrets|away|on leave|unwell)/i

/** The text behind the label of an office, as far as it tells who holds it. */
export function heldIn(field: Rich, from: number, several = false): Rich {
  const most = field.text.slice(from, LONGEST)
  const ends = [NEXT_SENTENCE, REASON, ...(several ? [] : [GAP])]
    .map((end) => most.search(end))
    .filter((end) => end >= 0)
  return trimRich(sliceRich(field, from, from + Math.min(most.length, ...ends)))
}

/** The people behind the label of an office, but those who are said to have been away. */
export function peopleOf(value: Rich, several: boolean): RollEntry[] {
  const whose = WHOSE.test(value.text)
    ? value.text.split(/(?<=;)\s/).map((part) => [value.text.indexOf(part), part] as const)
    : []
  if (whose.length > 0)
    return whose.flatMap(([at, part]) => {
      const front = WHOSE.exec(part)?.[0].length ?? 0
      return peopleOf(
        trimRich(sliceRich(value, at + front, at + part.replace(/;$/, "").length)),
        false,
      )
    })
  // "Ana Lind (items 1 to 4), Ben Okoro (items 5 to 8)": one after the other.
  const people = readPeople(withoutWhen(value), several || PARTED.test(value.text.slice(0, 200)))
  for (const person of people) person.name = nameInBrackets(value.text, person.name)
  return people.filter(({ away, capacity }) => !away && !AWAY.test(capacity))
}

/** "M. Lind (Mara Lind)": the whole name, where it stands in brackets behind a shorter one. */
function nameInBrackets(text: string, name: string): string {
  const behind = text.slice(text.indexOf(name) + name.length)
  const whole = /^ \(([^()]{4,60})\)/.exec(behind)?.[1] ?? ""
  const family = name.split(" ").at(-1) ?? ""
  const initial = /^\p{Lu}\. /u.test(name) && whole.charAt(0) === name.charAt(0)
  return initial && whole.endsWith(` ${family}`) && looksLikeName(whole) ? whole : name
}
