import { eq } from "drizzle-orm"
import { events } from "@/db/schema/activity"
import type { EventName, Events } from "@/lib/activity/events"
import { database } from "@/lib/platform/database"
import { askLinksOfBatch, askLinksOfMinutes } from "./ask-links"
import { callGuests } from "./call-guests"
import { endWithWindow, isOfPublished } from "./end-review"
import { followComment, followEdit } from "./follow-comment"
import { queueForSearch } from "./index-search"
import { makeFilesOf, makeFilesOfArchive, makeFilesOfEdition } from "./make-files"
import { quiet, type Reaction } from "./quiet"
import { remindQuoted } from "./remind-quoted"
import { tellGuestOfHiding, tellGuestOfOutcome } from "./tell-guests"
import { tellNewcomers } from "./tell-newcomers"
import { tellOfActions } from "./tell-of-actions"
import { tellOfCall, tellOfCancellation } from "./tell-of-calls"
import { tellOfResolution } from "./tell-of-comments"
import { tellOfConsultation, tellOfResult, tellOfTurn } from "./tell-of-consultations"
import { tellOfDueEdition, tellOfEdition } from "./tell-of-editions"
import { tellOfError } from "./tell-of-errors"
import { tellOfLate } from "./tell-of-late"
import { tellOfArchiveProposal, tellOfProposal, tellOfPublishers } from "./tell-of-proposals"
import { tellOfAnswer, tellOfReview } from "./tell-of-reviews"
import { tellOfRowMentions } from "./tell-of-row-mentions"
import { tellOfRowsGiven } from "./tell-of-rows-given"
import { tellOfDocumentMentions, tellOfMinutesMentions } from "./tell-of-text-mentions"
import { tellOfDocument, tellOfReport } from "./tell-of-versions"
import { tellOfEnd } from "./tell-of-waiting"
import { tellQuoted } from "./tell-quoted"

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

const tellQuotedOfIt: Reaction = ({ subjectId, data }) =>
  tellQuoted(subjectId, data as Events["report.published"])

/** What follows from each event. Leaving a name out does not compile. */
export const reactions: Record<EventName, Reaction> = {
  ...quiet,
  "group.publishersChanged": ({ subjectId, actorId, data }) =>
    tellOfPublishers(subjectId, data as Events["group.publishersChanged"], actorId),
  "member.admitted": ({ subjectId }) => tellNewcomers([subjectId]),
  "member.imported": ({ data }) =>
    tellNewcomers((data as Events["member.imported"]).newcomers ?? []),
  "account.invited": ({ subjectId }) => tellNewcomers([subjectId]),
  "account.enabled": ({ subjectId }) => tellNewcomers([subjectId]),
  "person.merged": ({ subjectId }) => tellNewcomers([subjectId]),
  "meeting.cancelled": ({ subjectId }) => tellOfCancellation(subjectId),
  "minutes.saved": each(
    ({ subjectId }) => askLinksOfMinutes(subjectId),
    ({ subjectId, actorId }) => tellOfActions(subjectId, actorId),
    ({ subjectId, data }) =>
      tellOfMinutesMentions(subjectId, (data as Events["minutes.saved"]).revision),
  ),
  "import.saved": ({ subjectId }) => askLinksOfMinutes(subjectId),
  "import.read": ({ subjectId }) => askLinksOfBatch(subjectId),
  "report.published": each(makeItsFiles, tellQuotedOfIt, ({ subjectId, actorId, data }) =>
    tellOfReport(subjectId, data as Events["report.published"], actorId),
  ),
  "thread.begun": ({ data }) => followComment(data as Events["comment.written"]),
  "comment.written": ({ data }) => followComment(data as Events["comment.written"]),
  "comment.edited": ({ data }) => followEdit(data as Events["comment.edited"]),
  // Whoever was not told of it because it was hidden by then.
  "comment.hidden": ({ data }) => tellGuestOfHiding((data as Events["comment.hidden"]).comment),
  "comment.shown": ({ data }) => followComment(data as Events["comment.written"]),
  "comment.moderated": ({ data }) => followComment(data as Events["comment.written"]),
  "thread.resolved": each(
    ({ subjectId, actorId }) => tellOfResolution(subjectId, actorId),
    ({ subjectId }) => tellGuestOfOutcome(subjectId),
  ),
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
    async ({ subjectId, data }) => {
      const { early } = data as Events["consultation.closed"]
      if (early && !(await isOfPublished(subjectId))) await tellOfItsTurn(subjectId, "closed")
    },
    ({ subjectId, actorId }) => tellOfEnd(subjectId, actorId),
  ),
  "consultation.lateAllowed": each(
    ({ subjectId }) => callGuests(subjectId, "late"),
    ({ subjectId }) => tellOfLate(subjectId),
  ),
  "consultation.cancelled": each(
    ({ subjectId, actorId }) => endWithWindow(subjectId, actorId),
    ({ subjectId }) => tellOfItsTurn(subjectId, "cancelled"),
  ),
  "consultation.invited": ({ subjectId }) => callGuests(subjectId, "opening"),
  "compendium.published": each(
    ({ subjectId }) => callGuests(subjectId, "result"),
    ({ subjectId, data }) => tellOfResult(subjectId, data as Events["compendium.published"]),
  ),
  "document.saved": ({ subjectId, data }) =>
    tellOfDocumentMentions(subjectId, (data as Events["document.saved"]).revision),
  "document.published": ({ subjectId, actorId, data }) =>
    tellOfDocument(subjectId, (data as Events["document.published"]).version, actorId),
  "meeting.announced": ({ subjectId, data }) =>
    tellOfCall(subjectId, data as Events["meeting.announced"]),
  "review.ended": ({ subjectId, actorId, data }) =>
    tellOfReview(subjectId, data as Events["review.ended"], actorId),
  "quote.answered": ({ id, subjectId, data }) =>
    tellOfAnswer(id, subjectId, data as Events["quote.answered"]),
  "report.proposed": ({ subjectId, actorId, data }) =>
    tellOfProposal(subjectId, data as Events["report.proposed"], actorId),
  "report.withdrawalProposed": ({ subjectId, actorId, data }) =>
    tellOfProposal(subjectId, data as Events["report.withdrawalProposed"], actorId),
  "report.corrected": each(makeItsFiles, tellQuotedOfIt, ({ subjectId, actorId, data }) =>
    tellOfReport(subjectId, data as Events["report.corrected"], actorId),
  ),
  "report.withdrawn": each(makeItsFiles, ({ subjectId, actorId, data }) =>
    tellOfReport(subjectId, data as Events["report.withdrawn"], actorId),
  ),
  "archive.published": ({ subjectId }) => makeFilesOfArchive(subjectId),
  "archive.proposed": ({ subjectId, actorId, data }) =>
    tellOfArchiveProposal(subjectId, data as Events["archive.proposed"], actorId),
  "error.reported": ({ subjectId, data }) =>
    tellOfError(subjectId, data as Events["error.reported"]),
  "mapping.edited": each(
    ({ id }) => tellOfRowMentions(id),
    ({ id }) => tellOfRowsGiven(id),
  ),
  "mapping.broughtIn": each(
    ({ id }) => tellOfRowMentions(id),
    ({ id }) => tellOfRowsGiven(id),
  ),
  "edition.frozen": each(
    ({ subjectId, data }) =>
      makeFilesOfEdition(subjectId, (data as Events["edition.frozen"]).edition),
    ({ subjectId, actorId, data }) =>
      tellOfEdition(subjectId, data as Events["edition.frozen"], actorId),
  ),
  "edition.due": ({ id, subjectId, data }) =>
    tellOfDueEdition(id, subjectId, data as Events["edition.due"]),
}

/** Runs what follows from one event. May run twice for one event; each reaction must bear that. */
export async function reactTo(eventId: number): Promise<void> {
  const [event] = await database().select().from(events).where(eq(events.id, eventId))
  if (!event) throw new Error(`There is no event ${eventId}`)
  if (!(event.name in reactions))
    throw new Error(`Nothing is known about what follows from ${event.name}`)
  // First, since somebody who cannot be told keeps nobody from finding what stands.
  await queueForSearch(event)
  await reactions[event.name as EventName](event)
}
