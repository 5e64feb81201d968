import { type Finding, placeAt, type ReportFacts } from "../model"
import { shortened } from "../shortened"

/** A sentence decides something and is not marked as a decision. */
export function decisionUnmarked({ decisions }: Pick<ReportFacts, "decisions">): Finding[] {
  return decisions
    .filter((decision) => decision.how === "inferred")
    .map((decision) => ({
      rule: "decision-unmarked",
      severity: "note",
      place: placeAt(decision.at, decision.item),
      values: { text: shortened(decision.text) },
    }))
}
