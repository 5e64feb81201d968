import {
  englishDay,
  englishMonth,
  englishWeekday,
  mondayOf,
  monthOf,
  shifted,
  weekdayOf,
} from "./reckon"

/** Words from `from` to `to`, and what they come to; null when that is not certain. */
export type Relative = { from: number; to: number; whole: string | null }

const WORDS =
  /(?<![\p{L}\p{N}@#/_-])(?:(yesterday|tomorrow|Yesterday|Tomorrow)|([Ll]ast|[Nn]ext|[Tt]his|[Tt]his coming) (week|month|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))(?![\p{L}\p{N}/_-])/gu
/** What stands before a date already; without it the worked-out date needs a word of its own. */
const PREPOSITION =
  /(?:^|\s)(?:since|until|till|by|from|of|in|for|before|after|during|on|at|through|to|the|between)\s$/i

/** "Last November", "next week", "yesterday": what they come to, reckoned from the day of the meeting. */
export function findRelative(text: string, meeting: string | null): Relative[] {
  return [...text.matchAll(WORDS)].flatMap((match): Relative[] => {
    const [printed, day, which = "", unit = ""] = match
    const from = match.index
    const to = from + printed.length
    // The week or month of the meeting itself is near enough to its date.
    if (/^this$/i.test(which) && (unit === "month" || monthOf(unit) > 0)) return []
    // "Tomorrow" within a sentence is a name: of a fair, of a paper.
    if (/^\p{Lu}/u.test(printed) && !/(?:^|[.!?:;•\n]\s{0,3}["“'(]?)$/u.test(text.slice(0, from)))
      return []
    const owned = /^['’]s?(?![\p{L}])/u.test(text.slice(to, to + 3))
    const behind = /^ (?:\p{Lu}|\d)/u.test(text.slice(to, to + 2))
    const worked = meeting ? workOut(meeting, day ?? which, unit) : null
    // "Next week's call" and "last March 2021" cannot simply be replaced.
    if (!worked || owned || behind) {
      return behind && monthOf(unit) > 0 ? [] : [{ from, to, whole: null }]
    }
    const [preposition, whole] = worked
    const before = text.slice(Math.max(0, from - 12), from)
    const lead = PREPOSITION.test(before) ? "" : `${preposition} `
    return [{ from, to, whole: capitalLike(printed, lead + whole) }]
  })
}

function workOut(meeting: string, which: string, unit: string): [string, string] | null {
  const word = which.toLowerCase()
  if (word === "yesterday") return ["on", englishDay(shifted(meeting, -1))]
  if (word === "tomorrow") return ["on", englishDay(shifted(meeting, 1))]
  const step = word === "last" ? -1 : word === "next" ? 1 : 0
  if (unit === "week") {
    return ["in", `the week of ${englishDay(shifted(mondayOf(meeting), step * 7))}`]
  }
  if (unit === "month") return ["in", englishMonth(meeting, step)]
  const month = monthOf(unit)
  if (month > 0) {
    const away = (month - Number(meeting.slice(5, 7)) + 12) % 12 || 12
    return ["in", englishMonth(meeting, step < 0 ? away - 12 || -12 : away)]
  }
  return weekdayNear(meeting, unit, word)
}

/**
 * "Last Monday" said on a Thursday may be in this week or the one before, and "next Friday" in this week or
 * the one behind; null where that is so.
 */
function weekdayNear(meeting: string, unit: string, which: string): [string, string] | null {
  const wanted = [1, 2, 3, 4, 5, 6, 7].find((weekday) => englishWeekday(weekday) === unit) ?? 1
  const ahead = (wanted - weekdayOf(meeting) + 7) % 7 || 7
  const isLater = wanted > weekdayOf(meeting)
  if (which === "next" ? isLater : which !== "this coming" && !isLater) return null
  const day = shifted(meeting, which === "last" ? ahead - 7 : ahead)
  return ["on", `${unit} ${englishDay(day)}`]
}

function capitalLike(printed: string, text: string): string {
  const isCapital = /^\p{Lu}/u.test(printed)
  return isCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text
}
