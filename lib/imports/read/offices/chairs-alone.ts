import { readPeople } from "../roll/roll"
import type { RollEntry } from "../roll/roll-entry"
import type { Rich } from "../text/rich"

/** What stands behind whoever leads: "(Chair)", ", in the chair", "– chair". */
const IN_CHAIR = /[\p{L}.](?:,\s|\s\(|\s[–—/-]\s)(?:in the )?chair(?:man|woman|person)?\)?$/iu
/** So many lines of the head are looked at. */
const MOST = 20
const LONGEST = 80

/** "Sis. D Mbatha (Chair)": those whom a line of the head names alone, with what they are behind it. */
export function chairsAlone(lines: readonly Rich[]): RollEntry[] {
  return lines.slice(0, MOST).flatMap((rich) => {
    if (rich.text.length > LONGEST || !IN_CHAIR.test(rich.text)) return []
    const people = readPeople(rich, false)
    return people.length === 1 && people[0]?.name.includes(" ") ? people : []
  })
}

/** So many paragraphs are searched for what somebody did as chair. */
const MOST_TOLD = 60

/** "As chairperson, Ana Lind conducted the meeting", wherever it is told. */
export function toldAsChair(running: readonly Rich[]): Rich[] {
  return running
    .slice(0, MOST_TOLD)
    .filter(({ text }) => /^as (?:the |our )?(?:\p{L}{1,10}[ -])?chair/iu.test(text))
}
