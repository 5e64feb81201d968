import { type CheckContext, type Finding, NO_CONTEXT, type ReportFacts } from "./model"
import { abbreviationUndefined } from "./rules/abbreviation-undefined"
import { actionUnmarked } from "./rules/action-unmarked"
import { actionWithoutDate } from "./rules/action-without-date"
import { actionWithoutOwner } from "./rules/action-without-owner"
import { agendaOrder } from "./rules/agenda-order"
import { citationAmbiguous } from "./rules/citation-ambiguous"
import { countMismatch } from "./rules/count-mismatch"
import { dateMismatch } from "./rules/date-mismatch"
import { deadLink } from "./rules/dead-link"
import { decisionUnmarked } from "./rules/decision-unmarked"
import { duplicateParticipant } from "./rules/duplicate-participant"
import { headingDiffers } from "./rules/heading-differs"
import { hostNotListed } from "./rules/host-not-listed"
import { itemEmpty } from "./rules/item-empty"
import { itemNotRecorded } from "./rules/item-not-recorded"
import { listTruncated } from "./rules/list-truncated"
import { nameVariant } from "./rules/name-variant"
import { nextMeetingUndated } from "./rules/next-meeting-undated"
import { noParticipants } from "./rules/no-participants"
import { numberDuplicate } from "./rules/number-duplicate"
import { numberGap } from "./rules/number-gap"
import { numberMismatch } from "./rules/number-mismatch"
import { numberMissing } from "./rules/number-missing"
import { participantsContradiction } from "./rules/participants-contradiction"
import { personalData } from "./rules/personal-data"
import { placeholderLink } from "./rules/placeholder-link"
import { relativeDate } from "./rules/relative-date"
import { repeatedParagraph } from "./rules/repeated-paragraph"
import { speakerNotListed } from "./rules/speaker-not-listed"
import { spelling } from "./rules/spelling"
import { startMissing } from "./rules/start-missing"
import { strayMarkup } from "./rules/stray-markup"
import { timeMismatch } from "./rules/time-mismatch"
import { unbalancedBracket } from "./rules/unbalanced-bracket"
import { weekdayMismatch } from "./rules/weekday-mismatch"
import { zoneMissing } from "./rules/zone-missing"

type Rule = (report: ReportFacts, context: CheckContext) => Finding[]

const rules: readonly Rule[] = [
  numberMissing,
  numberMismatch,
  numberDuplicate,
  numberGap,
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
  listTruncated,
  speakerNotListed,
  agendaOrder,
  headingDiffers,
  itemNotRecorded,
  itemEmpty,
  decisionUnmarked,
  actionUnmarked,
  actionWithoutOwner,
  actionWithoutDate,
  nextMeetingUndated,
  relativeDate,
  citationAmbiguous,
  countMismatch,
  repeatedParagraph,
  placeholderLink,
  deadLink,
  abbreviationUndefined,
  unbalancedBracket,
  spelling,
  strayMarkup,
  personalData,
]

const weight = { error: 0, warning: 1, note: 2 } as const

/**
 * What every rule finds in a report, the gravest first, then in the order of the text. Pure, and fit for
 * a browser; what lies outside the report comes in `context`.
 */
export function checkReport(report: ReportFacts, context = NO_CONTEXT): Finding[] {
  return rules
    .flatMap((rule) => rule(report, context))
    .sort(
      (a, b) =>
        weight[a.severity] - weight[b.severity] || (a.place.from ?? -1) - (b.place.from ?? -1),
    )
}
