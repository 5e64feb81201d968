import type { z } from "zod"
import type { ShownFinding } from "@/lib/minutes/check/model"
import { Refusal } from "@/lib/platform/errors"
import { errorsAmong, type Override } from "@/lib/reports/overrides"
import type { ReadyReport } from "@/lib/reports/ready"
import type { publishArchiveInput } from "./input"

type Reasons = Pick<z.output<typeof publishArchiveInput>, "reason" | "reasons">
type Checked = {
  findings: ReadyReport["findings"]
  meeting: Pick<ReadyReport["meeting"], "id" | "number">
}

/** What becomes public of somebody by it is decided for each report, never for many at once. */
const neverTogether: ReadonlySet<string> = new Set(["personal-data"])

/** The errors of a report with their reasons: its own where it has one, or else the common one. */
export function overridesOf({ meeting, findings }: Checked, given: Reasons): Override[] {
  const own = ownReason(given, meeting.id)
  return errorsAmong(findings).map((finding) => ({
    finding,
    reason: own || (neverTogether.has(finding.rule) ? "" : given.reason),
  }))
}

/**
 * Step: refuses with `invalid` the reports with an error that has no reason, by their numbers and at the
 * field of each that the form had.
 */
export function requireReasons(ready: readonly Checked[], given: Reasons): void {
  const open = ready.filter((each) => overridesOf(each, given).some(({ reason }) => reason === ""))
  if (open.length === 0) return
  const places = (given.reasons ?? []).map(({ meetingId }) => meetingId)
  const personal = open.filter(({ findings }) =>
    errorsAmong(findings).some(({ rule }) => neverTogether.has(rule)),
  )
  const fields = Object.fromEntries(
    open.map((each) => {
      const place = places.indexOf(each.meeting.id)
      const alone = personal.includes(each) ? "archive.personalReason" : "archive.ownReason"
      return place < 0 ? ["reason", "archive.reason"] : [`reasons.${place}.reason`, alone]
    }),
  )
  const isPersonal = given.reason !== "" && personal.length > 0
  const named = isPersonal ? personal : open
  const numbers = named.map(({ meeting }) => meeting.number).join(", ")
  throw new Refusal(
    "invalid",
    isPersonal ? "archive.personal" : "archive.errors",
    { count: named.length, numbers },
    fields,
  )
}

/** Whether an error of these reports has no reason: what is public of somebody once had none of its own. */
export function lacksReasons(
  reports: readonly {
    meetingId: string
    findings: readonly Pick<ShownFinding, "rule" | "severity">[]
  }[],
  given: Reasons,
): boolean {
  return reports.some(({ meetingId, findings }) =>
    findings.some(
      ({ rule, severity }) =>
        severity === "error" &&
        !ownReason(given, meetingId) &&
        (neverTogether.has(rule) || given.reason === ""),
    ),
  )
}

function ownReason({ reasons = [] }: Reasons, meetingId: string): string {
  return reasons.find((each) => each.meetingId === meetingId)?.reason ?? ""
}
