import { findNames } from "../people/names"
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

/** Who signs as the chair of this meeting: "Chair of the meeting: ____ Ana Lind", "Ana Lind    (Chair of the sitting)". */
const CHAIR_OF_MEETING =
  /\b(?:chair(?:man|woman|person)?|president|moderator) of (?:the|this) (?:meeting|sitting|session|assembly)\b/i
const SIGNS =
  /^(?:(?:meeting|acting|the) )?(?:chair(?:man|woman|person)?|moderator|presiding officer|president)\b/i

/** Those who sign the minutes as the chair, for a report that tells of nobody who led. */
export function chairsSigning(last: readonly Rich[]): { name: string; rich: Rich }[] {
  for (const [index, rich] of last.entries()) {
    const text = rich.text.slice(0, 400)
    const names = findNames(text).filter(({ words }) => words > 1)
    const own = names.filter(({ to }, at) => {
      // "The Windsor chair": a sign or a gap parts an office from the name.
      const behind = text.slice(to, names[at + 1]?.from ?? to + 60)
      const parted = /^(?:,\s|\s?\(|\s[–—-]\s|[\s_]{2,40})/.exec(behind)?.[0].length ?? 0
      return parted > 0 && SIGNS.test(behind.slice(parted))
    })
    const label = CHAIR_OF_MEETING.exec(text)
    const named =
      label &&
      names.find(({ from }) =>
        /^[\s:_.]{1,60}$/.test(text.slice(label.index + label[0].length, from)),
      )
    // "Ana Lind        Ben Okoro" above "(Chair of the sitting)    (Secretary)": the first of them.
    const above =
      label && names.length === 0 ? findNames(last[index - 1]?.text.slice(0, 400) ?? "") : []
    const name = named ?? (own.length === 1 ? own[0] : above[0])
    if (name && name.words > 1) return [{ name: name.name, rich }]
  }
  return []
}

/** So many paragraphs are searched for what somebody did as chair. */
const MOST_TOLD = 60

/** "As chairperson, Ana Lind conducted the meeting", wherever it is told. */
export function toldAsChair(running: readonly Rich[]): Rich[] {
  return running
    .slice(0, MOST_TOLD)
    .filter(({ text }) => /^as (?:the |our )?(?:\p{L}{1,10}[ -])?chair/iu.test(text))
}
