import type { Finding } from "@/lib/check/model"
import { limits } from "@/lib/meetings/model"
import { startOf } from "@/lib/meetings/settle-facts"
import { dayInstant } from "@/lib/platform/dates"
import type { Locale } from "@/lib/platform/locales"
import type { ImportDraft } from "./draft"
import { applyFix, withDay } from "./fixes"
import { renamed } from "./renamed"
import { ADD_ALL } from "./status"
import type { StoredReading } from "./stored"

/** Answers to a finding that need something typed beside it, and where that goes. */
const typed = /^(\d{1,4}):(name|day|time)$/
/** The number that is free, where the one of the draft is taken: found with the whole group in view. */
const number = /^number:([1-9]\d{0,4})$/

/**
 * Does what was pressed beside a finding, as `applyFix` does, and three things more: `number:24` takes that
 * number, which settles that two are printed; `all:missing` adds
 * everybody who is missing from the list; `3:name` and `3:day` put in what was typed at the third
 * finding (from 0), a whole name or the day of the next meeting; `3:time` the hour of this one, in the
 * zone of the draft. Nothing typed changes nothing. Words that are written into the report are in its `language`.
 */
export function answerFinding(
  draft: ImportDraft,
  reading: StoredReading,
  pressed: string,
  said: Readonly<Record<string, string>>,
  language: Locale = "en",
): ImportDraft {
  if (pressed === ADD_ALL) {
    return missingFrom(draft, reading).reduce(
      (next, place) => applyFix(next, reading, String(place), language),
      draft,
    )
  }
  const [, taken] = number.exec(pressed) ?? []
  if (taken !== undefined && Number(taken) <= limits.number)
    return numbered(draft, reading, Number(taken))
  const [, place, what] = typed.exec(pressed) ?? []
  if (place === undefined) return applyFix(draft, reading, pressed, language)
  const words = said[`at${place}`]?.trim() ?? ""
  const finding = reading.findings[Number(place)]
  if (!finding || words === "") return draft
  const next = putRightAt(draft, [Number(place)])
  const name = nameIn(finding.values)
  if (what === "name") return name ? renamed(next, name, words) : draft
  if (what === "time") {
    const start = draft.day ? startOf(draft.day, words, draft.zone) : null
    return start ? { ...next, startsAt: start.toISOString(), day: null } : draft
  }
  const day = dayInstant(words)
  if (Number.isNaN(day.getTime())) return draft
  return { ...next, nextMeeting: withDay(draft.nextMeeting, day, language) }
}

function numbered(draft: ImportDraft, reading: StoredReading, taken: number): ImportDraft {
  const answered = reading.findings.flatMap(({ rule }, place) =>
    rule === "number-mismatch" || rule === "number-missing" ? [place] : [],
  )
  return { ...putRightAt(draft, answered), number: taken }
}

/** What is put right is not left any more, where it was left before. */
function putRightAt(draft: ImportDraft, places: readonly number[]): ImportDraft {
  const left = draft.left.filter((at) => !places.includes(at))
  return { ...draft, left, settled: [...new Set([...draft.settled, ...places])] }
}

/** The name that a finding speaks of, as it stands; "" when it speaks of none. */
export function nameIn({ name, text = "" }: Finding["values"]): string {
  return String(name ?? text)
}

/** Who that is, each once. */
export function namesMissing(draft: ImportDraft, reading: StoredReading): string[] {
  const names = missingFrom(draft, reading).map((place) => reading.findings[place]?.values.name)
  return [...new Set(names.map((name) => String(name ?? "")))]
}

/** Places of the open findings that say who is missing from the list. */
function missingFrom(draft: ImportDraft, reading: StoredReading): number[] {
  return reading.findings.flatMap(({ rule }, place) =>
    (rule === "host-not-listed" || rule === "speaker-not-listed") && !draft.settled.includes(place)
      ? [place]
      : [],
  )
}
