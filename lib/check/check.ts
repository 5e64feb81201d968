import { type CheckContext, type Finding, NO_CONTEXT, type ReportFacts } from "./model"
import { actionUnmarked } from "./rules/action-unmarked"
import { actionWithoutOwner } from "./rules/action-without-owner"
import { agendaOrder } from "./rules/agenda-order"
import { dateMismatch } from "./rules/date-mismatch"
import { decisionUnmarked } from "./rules/decision-unmarked"
import { duplicateParticipant } from "./rules/duplicate-participant"
import { headingDiffers } from "./rules/heading-differs"
import { hostNotListed } from "./rules/host-not-listed"
import { itemNotRecorded } from "./rules/item-not-recorded"
import { nameVariant } from "./rules/name-variant"
import { nextMeetingUndated } from "./rules/next-meeting-undated"
import { noParticipants } from "./rules/no-participants"
import { numberMismatch } from "./rules/number-mismatch"
import { numberMissing } from "./rules/number-missing"
import { participantsContradiction } from "./rules/participants-contradiction"
import { placeholderLink } from "./rules/placeholder-link"
import { speakerNotListed } from "./rules/speaker-not-listed"
import { startMissing } from "./rules/start-missing"
import { strayMarkup } from "./rules/stray-markup"
import { timeMismatch } from "./rules/time-mismatch"
import { weekdayMismatch } from "./rules/weekday-mismatch"
import { zoneMissing } from "./rules/zone-missing"

type Rule = (report: ReportFacts, context: CheckContext) => Finding[]

const rules: readonly Rule[] = [
  numberMissing,
  numberMismatch,
  startMissing,
  zoneMissing,
  dateMismatch,
  timeMismatch,
  weekdayMismatch,
  hostNotListed,
  noParticipants,
  participantsContradiction,
  duplicateParticipant,
  nameVariant,
  speakerNotListed,
  agendaOrder,
  headingDiffers,
  itemNotRecorded,
  decisionUnmarked,
  actionUnmarked,
  actionWithoutOwner,
  nextMeetingUndated,
  placeholderLink,
  strayMarkup,
]

const weight = { error: 0, warning: 1, note: 2 } as const

/** What every rule finds in a report, the gravest first, then in the order of the text. */
export function checkReport(report: ReportFacts, context = NO_CONTEXT): Finding[] {
  return rules
    .flatMap((rule) => rule(report, context))
    .sort(
      (a, b) =>
        weight[a.severity] - weight[b.severity] || (a.place.from ?? -1) - (b.place.from ?? -1),
    )
}
