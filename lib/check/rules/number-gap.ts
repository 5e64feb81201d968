import { neighbours } from "../in-time"
import { type CheckContext, type Finding, placeAt, type ReportFacts } from "../model"

/**
 * The number does not follow that of the meeting before it in time: some between them are unknown, or
 * numbers and days go opposite ways. Every gap is said once, at the later meeting.
 */
export function numberGap(
  { numbers, start }: Pick<ReportFacts, "numbers" | "start">,
  { meetings }: Pick<CheckContext, "meetings">,
): Finding[] {
  const own = numbers.canonical
  if (!own || !start || meetings.some(({ number }) => number === own.value)) return []
  const { before, after } = neighbours(meetings, start.value.date)
  const note = (
    how: "gap" | "one" | "two" | "before" | "after",
    other: number,
    day: string,
  ): Finding => ({
    rule: "number-gap",
    severity: "note",
    place: placeAt(own.at),
    values: { how, number: own.value, other, day, first: other + 1, last: own.value - 1 },
  })
  if (before && before.number > own.value) return [note("before", before.number, before.day)]
  if (after && after.number < own.value) return [note("after", after.number, after.day)]
  if (!before || own.value - before.number < 2) return []
  const between = meetings.filter(
    ({ number }) => number > before.number && number < own.value,
  ).length
  if (between > 0) return []
  const how = ({ 2: "one", 3: "two" } as const)[own.value - before.number] ?? "gap"
  return [note(how, before.number, before.day)]
}
