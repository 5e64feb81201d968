import { type Finding, placeAt, type ReportFacts } from "../model"

/** A date is printed with a weekday that it does not have. */
export function weekdayMismatch({ starts }: Pick<ReportFacts, "starts">): Finding[] {
  return starts.flatMap((start): Finding[] => {
    if (start.weekday === null) return []
    const real = new Date(`${start.date}T00:00:00Z`).getUTCDay() || 7
    if (real === start.weekday) return []
    return [
      {
        rule: "weekday-mismatch",
        severity: "warning",
        place: placeAt(start.at),
        values: { date: start.date, weekday: real },
      },
    ]
  })
}
