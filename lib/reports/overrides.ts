import type { MinutesFinding } from "@/lib/minutes/check/model"
import { Refusal } from "@/lib/platform/errors"

/** An error of the check, and why it is published in spite of it. */
export type Override = { finding: MinutesFinding; reason: string }

/** The errors of a report: each needs a reason before it is published. In the order of the form. */
export function errorsAmong(findings: readonly MinutesFinding[]): MinutesFinding[] {
  return findings.filter(({ severity }) => severity === "error")
}

/**
 * Ties the given reasons to the errors. Refuses with `invalid` while an error has none, at the field of
 * each (`overrides.0.reason`, in the order of the errors); reasons for anything else are left out.
 */
export function answerErrors(
  findings: readonly MinutesFinding[],
  given: readonly { key: string; reason: string }[],
): Override[] {
  const reasons = new Map(
    given.flatMap(({ key, reason }) => (reason.trim() ? [[key, reason.trim()] as const] : [])),
  )
  const answered = errorsAmong(findings).map((finding) => ({
    finding,
    reason: reasons.get(finding.key) ?? "",
  }))
  const open = answered.flatMap(({ reason }, place) => (reason === "" ? [place] : []))
  if (open.length > 0) {
    throw new Refusal(
      "invalid",
      "report.unanswered",
      { count: open.length },
      Object.fromEntries(
        open.map((place) => [`overrides.${place}.reason`, "report.reasonMissing"]),
      ),
    )
  }
  return answered
}
