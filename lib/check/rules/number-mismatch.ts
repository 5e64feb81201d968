import { type Finding, placeAt, type ReportFacts } from "../model"

/** The title and the text print different numbers. The written-out ordinal of the text counts. */
export function numberMismatch({ numbers }: Pick<ReportFacts, "numbers">): Finding[] {
  const { printed, canonical } = numbers
  const other = printed.find((number) => canonical && number.value !== canonical.value)
  if (!canonical || !other) return []
  const chosen = printed.find((number) => number.value === canonical.value)
  return [
    {
      rule: "number-mismatch",
      severity: "error",
      place: placeAt(other.at),
      values: {
        other: other.printed,
        chosen: chosen?.printed ?? String(canonical.value),
        number: canonical.value,
        where: other.where,
      },
      fix: String(canonical.value),
    },
  ]
}
