import { neighbours } from "../in-time"
import { type CheckContext, type Finding, placeAt, type ReportFacts } from "../model"

/**
 * Another meeting of the group has the number already. Where exactly one number is free between the
 * meetings before and after, that is the fix.
 */
export function numberDuplicate(
  { numbers, start }: Pick<ReportFacts, "numbers" | "start">,
  { meetings }: Pick<CheckContext, "meetings">,
): Finding[] {
  const own = numbers.canonical
  const other = own && meetings.find(({ number }) => number === own.value)
  if (!own || !other) return []
  const free = start ? freeBetween(meetings, start.value.date) : null
  return [
    {
      rule: "number-duplicate",
      severity: "error",
      place: placeAt(own.at),
      values: {
        number: own.value,
        has: other.day ? "day" : other.name ? "name" : "nothing",
        day: other.day ?? "",
        name: other.name,
      },
      ...(free === null ? {} : { fix: String(free) }),
    },
  ]
}

function freeBetween(meetings: CheckContext["meetings"], day: string): number | null {
  const { before, after } = neighbours(meetings, day)
  if (!before || (after && after.number !== before.number + 2)) return null
  const free = before.number + 1
  return meetings.some(({ number }) => number === free) ? null : free
}
