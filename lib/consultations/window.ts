import { localFields, localStart } from "@/lib/meetings/zones"
import { Refusal } from "@/lib/platform/errors"

/** Day and time as a form sends them; both null where they may be left out. */
type Entered = { day: string | null; time: string | null }

/** What keeps a local time from being an instant, at its field. */
type Problem = { field: string; key: string; values: Record<string, string> }

/**
 * The instants of local times of a zone. Refuses, each at its field and all at once, times that a change
 * of clocks skips or repeats, half a time, and an order that cannot be: opening, closing, last late comment.
 */
export function settleWindow(
  zone: string,
  { opens, closes, late }: { opens: Entered | Date; closes: Entered | Date; late: Entered },
): { opensAt: Date; closesAt: Date; lateUntil: Date | null } {
  const problems: Problem[] = []
  const read = (part: string, entered: Entered): Date | null => {
    const found = instantOf(part, entered, zone)
    if (found instanceof Date || found === null) return found
    problems.push(found)
    return null
  }
  const opensAt = opens instanceof Date ? opens : read("opens", opens)
  const closesAt = closes instanceof Date ? closes : read("closes", closes)
  const lateUntil = read("late", late)
  const outOfOrder = (field: string, key: string) => problems.push({ field, key, values: {} })
  if (opensAt && closesAt && closesAt <= opensAt)
    outOfOrder("closesDay", "consultation.closesBeforeOpening")
  if (lateUntil && closesAt && lateUntil <= closesAt)
    outOfOrder("lateDay", "consultation.lateBeforeClosing")
  if (problems.length > 0 || !opensAt || !closesAt) throw refusalOf(problems)
  return { opensAt, closesAt, lateUntil }
}

function instantOf(part: string, { day, time }: Entered, zone: string): Date | Problem | null {
  if (day === null && time === null) return null
  if (day === null || time === null) {
    const field = `${part}${day === null ? "Day" : "Time"}`
    return { field, key: "consultation.wholeTime", values: {} }
  }
  const start = localStart(day, time.slice(0, 5), zone)
  if ("at" in start) return start.at
  if (start.problem === "malformed") return { field: `${part}Day`, key: "meeting.day", values: {} }
  const { problem, ...times } = start
  const key = problem === "skipped" ? "consultation.timeSkipped" : "consultation.timeTwice"
  return { field: `${part}Time`, key, values: { day, time: time.slice(0, 5), zone, ...times } }
}

function refusalOf(problems: readonly Problem[]): Refusal {
  const values = Object.assign({}, ...problems.map((each) => each.values))
  const fields = Object.fromEntries(problems.map(({ field, key }) => [field, key]))
  return new Refusal("invalid", "fields", values, fields)
}

/** The window as the fields of a form show it, in a zone. */
export function windowFields(
  window: { opensAt: Date; closesAt: Date; lateUntil: Date | null },
  zone: string,
) {
  const opens = localFields(window.opensAt, zone)
  const closes = localFields(window.closesAt, zone)
  const late = window.lateUntil ? localFields(window.lateUntil, zone) : { day: "", time: "" }
  return {
    opensDay: opens.day,
    opensTime: opens.time,
    closesDay: closes.day,
    closesTime: closes.time,
    lateDay: late.day,
    lateTime: late.time,
  }
}
