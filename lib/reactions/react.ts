import { eq } from "drizzle-orm"
import { events } from "@/db/schema/activity"
import type { EventName, Events } from "@/lib/activity/events"
import { database } from "@/lib/platform/database"
import { askLinksOfBatch, askLinksOfMinutes } from "./ask-links"
import { callGuests } from "./call-guests"
import { endWithWindow } from "./end-review"
import { followComment, followEdit } from "./follow-comment"
import { queueForSearch } from "./index-search"
import { makeFilesOf, makeFilesOfArchive, makeFilesOfEdition } from "./make-files"
import { remindQuoted } from "./remind-quoted"
import { tellGuestOfOutcome } from "./tell-guests"
import { tellOfActions } from "./tell-of-actions"
import { tellOfCall, tellOfCancellation } from "./tell-of-calls"
import { tellOfResolution } from "./tell-of-comments"
import { tellOfConsultation, tellOfResult, tellOfTurn } from "./tell-of-consultations"
import { tellOfDueEdition, tellOfEdition } from "./tell-of-editions"
import { tellOfError } from "./tell-of-errors"
import { tellOfArchiveProposal, tellOfProposal } from "./tell-of-proposals"
import { tellOfAnswer, tellOfReview } from "./tell-of-reviews"
import { tellOfRowMentions } from "./tell-of-row-mentions"
import { tellOfDocumentMentions, tellOfMinutesMentions } from "./tell-of-text-mentions"
import { tellOfDocument, tellOfReport } from "./tell-of-versions"
import { tellOfEnd } from "./tell-of-waiting"

type Reaction = (event: {
  id: number
  subjectId: string
  groupId: string | null
  /** Whose act it was; null for guests and the portal itself. */
  actorId: string | null
  data: unknown
}) => Promise<void>

/** Said in so many words: nothing follows from this event. */
const nothing: Reaction = async () => {}

/** Several things that follow, one after the other. */
const each =
  (...following: Reaction[]): Reaction =>
  async (event) => {
    for (const follow of following) await follow(event)
  }

/** Guests by mail, members as they chose: it has another end, was closed early, or is called off. */
const tellOfItsTurn = async (consultationId: string, change: "moved" | "closed" | "cancelled") => {
  await callGuests(consultationId, change)
  await tellOfTurn(consultationId, change)
}

const makeItsFiles: Reaction = ({ subjectId, data }) =>
  makeFilesOf(subjectId, (data as Events["report.published"]).version)

/** What follows from each event. Leaving a name out does not compile. */
export const reactions: Record<EventName, Reaction> = {
  "group.created": nothing,
  "group.edited": nothing,
  "group.wordAdded": nothing,
  "group.wordRemoved": nothing,
  "group.joinAsked": nothing,
  "member.admitted": nothing,
  "member.declined": nothing,
  "member.roleChanged": nothing,
  "member.left": nothing,
  "member.imported": nothing,
  "person.added": nothing,
  "person.edited": nothing,
  "person.merged": nothing,
  "account.invited": nothing,
  "account.disabled": nothing,
  "account.enabled": nothing,
  "account.removed": nothing,
  "secretariat.begun": nothing,
  "secretariat.ended": nothing,
  "session.begun": nothing,
  "session.ended": nothing,
  "meeting.scheduled": nothing,
  "meeting.edited": nothing,
  "meeting.cancelled": ({ subjectId }) => tellOfCancellation(subjectId),
  "agenda.edited": nothing,
  "agenda.itemAdded": nothing,
  "agenda.itemRenamed": nothing,
  "agenda.itemMoved": nothing,
  "agenda.itemRemoved": nothing,
  "agenda.itemMarked": nothing,
  "agenda.itemCarried": nothing,
  "agenda.itemReceived": nothing,
  "clock.turned": nothing,
  "clock.stopped": nothing,
  "attendance.marked": nothing,
  "attendance.recorded": nothing,
  "minutes.started": nothing,
  "minutes.saved": each(
    ({ subjectId }) => askLinksOfMinutes(subjectId),
    ({ subjectId, actorId }) => tellOfActions(subjectId, actorId),
    ({ subjectId, data }) =>
      tellOfMinutesMentions(subjectId, (data as Events["minutes.saved"]).revision),
  ),
  "minutes.named": nothing,
  "minutes.restored": nothing,
  "import.broughtIn": nothing,
  "import.corrected": nothing,
  "import.saved": ({ subjectId }) => askLinksOfMinutes(subjectId),
  "import.answered": nothing,
  "import.discarded": nothing,
  "document.added": nothing,
  "finding.left": nothing,
  "finding.reopened": nothing,
  "import.read": ({ subjectId }) => askLinksOfBatch(subjectId),
  "import.paused": nothing,
  "import.resumed": nothing,
  "import.cancelled": nothing,
  "import.saveAsked": nothing,
  "import.notSaved": nothing,
  "report.published": each(makeItsFiles, ({ subjectId, actorId, data }) =>
    tellOfReport(subjectId, data as Events["report.published"], actorId),
  ),
  "override.reviewed": nothing,
  "thread.begun": ({ data }) => followComment(data as Events["comment.written"]),
  "comment.written": ({ data }) => followComment(data as Events["comment.written"]),
  "comment.edited": ({ data }) => followEdit(data as Events["comment.edited"]),
  "comment.withdrawn": nothing,
  "comment.hidden": nothing,
  // Whoever was not told of it because it was hidden by then.
  "comment.shown": ({ data }) => followComment(data as Events["comment.written"]),
  "comment.reacted": nothing,
  "comment.moderated": ({ data }) => followComment(data as Events["comment.written"]),
  "thread.resolved": each(
    ({ subjectId, actorId }) => tellOfResolution(subjectId, actorId),
    ({ subjectId }) => tellGuestOfOutcome(subjectId),
  ),
  "thread.reopened": nothing,
  "proposal.applied": nothing,
  "consultation.planned": nothing,
  "consultation.edited": ({ subjectId, data }) =>
    (data as Events["consultation.edited"]).fields.includes("closesAt")
      ? tellOfItsTurn(subjectId, "moved")
      : Promise.resolve(),
  "consultation.opened": each(
    ({ subjectId }) => callGuests(subjectId, "opening"),
    ({ subjectId }) => tellOfConsultation(subjectId, "opening"),
  ),
  "consultation.reminded": each(
    ({ subjectId }) => callGuests(subjectId, "reminder"),
    ({ subjectId }) => tellOfConsultation(subjectId, "closing"),
    ({ subjectId }) => remindQuoted(subjectId),
  ),
  "consultation.closed": each(
    ({ subjectId, actorId }) => endWithWindow(subjectId, actorId),
    ({ subjectId, data }) =>
      (data as Events["consultation.closed"]).early
        ? tellOfItsTurn(subjectId, "closed")
        : Promise.resolve(),
    ({ subjectId, actorId }) => tellOfEnd(subjectId, actorId),
  ),
  "consultation.cancelled": each(
    ({ subjectId, actorId }) => endWithWindow(subjectId, actorId),
    ({ subjectId }) => tellOfItsTurn(subjectId, "cancelled"),
  ),
  "consultation.invited": ({ subjectId }) => callGuests(subjectId, "opening"),
  "consultation.confirmed": nothing,
  "consultation.worked": nothing,
  "compendium.published": each(
    ({ subjectId }) => callGuests(subjectId, "result"),
    ({ subjectId, data }) => tellOfResult(subjectId, data as Events["compendium.published"]),
  ),
  "document.edited": nothing,
  "document.saved": ({ subjectId, data }) =>
    tellOfDocumentMentions(subjectId, (data as Events["document.saved"]).revision),
  "document.restored": nothing,
  "document.statusChanged": nothing,
  "document.versionMade": nothing,
  "document.published": ({ subjectId, actorId, data }) =>
    tellOfDocument(subjectId, (data as Events["document.published"]).version, actorId),
  "document.dispatched": nothing,
  "document.dispatchWithdrawn": nothing,
  "document.missingFilled": nothing,
  "meeting.announced": ({ subjectId, data }) =>
    tellOfCall(subjectId, data as Events["meeting.announced"]),
  "meeting.answered": nothing,
  "report.announced": nothing,
  "consultation.announced": nothing,
  "notices.chosen": nothing,
  "mail.triedAgain": nothing,
  "review.opened": nothing,
  "review.ended": ({ subjectId, actorId, data }) =>
    tellOfReview(subjectId, data as Events["review.ended"], actorId),
  "quote.asked": nothing,
  "quote.answered": ({ id, subjectId, data }) =>
    tellOfAnswer(id, subjectId, data as Events["quote.answered"]),
  "quote.settled": nothing,
  "report.proposed": ({ subjectId, actorId, data }) =>
    tellOfProposal(subjectId, data as Events["report.proposed"], actorId),
  "report.withdrawalProposed": ({ subjectId, actorId, data }) =>
    tellOfProposal(subjectId, data as Events["report.withdrawalProposed"], actorId),
  "report.proposalDropped": nothing,
  "correction.begun": nothing,
  "correction.dropped": nothing,
  "report.corrected": each(makeItsFiles, ({ subjectId, actorId, data }) =>
    tellOfReport(subjectId, data as Events["report.corrected"], actorId),
  ),
  "report.withdrawn": each(makeItsFiles, ({ subjectId, actorId, data }) =>
    tellOfReport(subjectId, data as Events["report.withdrawn"], actorId),
  ),
  "archive.published": ({ subjectId }) => makeFilesOfArchive(subjectId),
  "archive.proposed": ({ subjectId, actorId, data }) =>
    tellOfArchiveProposal(subjectId, data as Events["archive.proposed"], actorId),
  "archive.proposalDropped": nothing,
  "error.reported": ({ subjectId, data }) =>
    tellOfError(subjectId, data as Events["error.reported"]),
  "error.answered": nothing,
  "mapping.begun": nothing,
  "mapping.described": nothing,
  "mapping.edited": ({ id }) => tellOfRowMentions(id),
  "mapping.rowAdded": nothing,
  "mapping.rowMoved": nothing,
  "mapping.rowRetired": nothing,
  "mapping.rowReturned": nothing,
  "mapping.rowsRetired": nothing,
  "mapping.rowsReturned": nothing,
  "mapping.rowDiscussed": nothing,
  "mapping.rowNotDiscussed": nothing,
  "mapping.areaAdded": nothing,
  "mapping.areaEdited": nothing,
  "mapping.areaMoved": nothing,
  "mapping.areaRemoved": nothing,
  "mapping.broughtIn": ({ id }) => tellOfRowMentions(id),
  "mapping.activityReturned": nothing,
  "edition.frozen": each(
    ({ subjectId, data }) =>
      makeFilesOfEdition(subjectId, (data as Events["edition.frozen"]).edition),
    ({ subjectId, actorId, data }) =>
      tellOfEdition(subjectId, data as Events["edition.frozen"], actorId),
  ),
  "edition.announced": nothing,
  "edition.due": ({ id, subjectId, data }) =>
    tellOfDueEdition(id, subjectId, data as Events["edition.due"]),
  "record.nameErased": nothing,
}

/** Runs what follows from one event. May run twice for one event; each reaction must bear that. */
export async function reactTo(eventId: number): Promise<void> {
  const [event] = await database().select().from(events).where(eq(events.id, eventId))
  if (!event) throw new Error(`There is no event ${eventId}`)
  if (!(event.name in reactions))
    throw new Error(`Nothing is known about what follows from ${event.name}`)
  await reactions[event.name as EventName](event)
  await queueForSearch(event)
}
