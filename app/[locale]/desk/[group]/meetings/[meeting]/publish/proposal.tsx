import type { ShownFinding } from "@/lib/minutes/check/model"
import type { BeforePublishing } from "@/lib/reviews/before-publishing"
import { ProposalPanel } from "./proposal-panel"

/** The open proposal of a meeting, with the reasons of its form beside the errors that they are for. */
export function Proposal({
  proposal: { by, own, input },
  stale,
  version,
  errors,
}: {
  proposal: NonNullable<BeforePublishing["proposal"]>
  stale: boolean
  version: number
  errors: readonly ShownFinding[]
}) {
  const { overrides, ...said } = input
  const fields = Object.fromEntries(
    [
      ...Object.entries(said),
      ...overrides.flatMap(({ key, reason }, place) => [
        [`overrides.${place}.key`, key],
        [`overrides.${place}.reason`, reason],
      ]),
    ].map(([name, value]) => [name, String(value)]),
  )
  const reasons = overrides.map(({ key, reason }) => ({
    message: errors.find((finding) => finding.key === key)?.sentence ?? key,
    reason,
  }))
  return (
    <ProposalPanel meetingId={input.meetingId} {...{ by, own, stale, version, fields, reasons }} />
  )
}
