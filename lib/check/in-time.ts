import type { CheckContext } from "./model"

type Other = CheckContext["meetings"][number]
type Dated = Other & { day: string }

/** The meetings right before and right after a day (`YYYY-MM-DD`), as far as any are known. */
export function neighbours(
  meetings: readonly Other[],
  day: string,
): { before: Dated | null; after: Dated | null } {
  let before: Dated | null = null
  let after: Dated | null = null
  for (const meeting of meetings) {
    if (meeting.day === null) continue
    const dated = { ...meeting, day: meeting.day }
    if (dated.day < day && (before === null || dated.day > before.day)) before = dated
    if (dated.day > day && (after === null || dated.day < after.day)) after = dated
  }
  return { before, after }
}
