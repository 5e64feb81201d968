import type { Finding } from "@/lib/check/model"
import { startOf } from "@/lib/meetings/settle-facts"
import { momentText } from "@/lib/platform/dates"
import type { ImportDraft } from "./draft"
import { applyFix } from "./fixes"
import { renamed } from "./renamed"
import { ADD_ALL } from "./status"
import type { StoredReading } from "./stored"

/** Answers to a finding that need something typed beside it, and where that goes. */
const typed = /^(\d{1,4}):(name|day|time)$/

/**
 * Does what was pressed beside a finding, as `applyFix` does, and two things more: `all:missing` adds
 * everybody who is missing from the list; `3:name` and `3:day` put in what was typed at the third
 * finding (from 0), a whole name or the day of the next meeting; `3:time` the hour of this one, in the
 * zone of the draft. Nothing typed changes nothing.
 */
export function answerFinding(
  draft: ImportDraft,
  reading: StoredReading,
  pressed: string,
  said: Readonly<Record<string, string>>,
): ImportDraft {
  if (pressed === ADD_ALL) {
    return missingFrom(draft, reading).reduce(
      (next, place) => applyFix(next, reading, String(place)),
      draft,
    )
  }
  const [, place, what] = typed.exec(pressed) ?? []
  if (place === undefined) return applyFix(draft, reading, pressed)
  const words = said[`at${place}`]?.trim() ?? ""
  const finding = reading.findings[Number(place)]
  if (!finding || words === "") return draft
  const next = { ...draft, settled: [...new Set([...draft.settled, Number(place)])] }
  const name = nameIn(finding.values)
  if (what === "name") return name ? renamed(next, name, words) : draft
  if (what === "time") {
    const start = draft.day ? startOf(draft.day, words, draft.zone) : null
    return start ? { ...next, startsAt: start.toISOString(), day: null } : draft
  }
  const day = new Date(`${words}T${draft.startsAt?.slice(11, 19) ?? "00:00:00"}Z`)
  if (Number.isNaN(day.getTime())) return draft
  return { ...next, nextMeeting: `${draft.nextMeeting} (${momentText(day, "en")})`.trim() }
}

/** The name that a finding speaks of, as it stands; "" when it speaks of none. */
export function nameIn({ name, text = "" }: Finding["values"]): string {
  return String(name ?? text)
}

/** How many people that are. */
export function countMissing(draft: ImportDraft, reading: StoredReading): number {
  const names = missingFrom(draft, reading).map((place) => reading.findings[place]?.values.name)
  return new Set(names).size
}

/** Places of the open findings that say who is missing from the list. */
function missingFrom(draft: ImportDraft, reading: StoredReading): number[] {
  return reading.findings.flatMap(({ rule }, place) =>
    (rule === "host-not-listed" || rule === "speaker-not-listed") && !draft.settled.includes(place)
      ? [place]
      : [],
  )
}
