import type { ReportState } from "@/lib/reports/status"

/** `draft` is held and not yet published, or read from a file. */
export type MeetingState = "planned" | "draft" | "published" | "cancelled"

/** Minutes that a call is taken to last when no length is given. */
const unknownLength = 60

type Facts = {
  startsAt: Date | null
  minutes: number | null
  fromArchive: boolean
  cancelledAt: Date | null
  /** Of its report; null or 0 when none is published. */
  version: number | null
}

/** What a meeting is at an instant. A call is planned until its planned end. */
export function meetingState(meeting: Facts, at: Date): MeetingState {
  if (meeting.version) return "published"
  if (meeting.cancelledAt) return "cancelled"
  if (meeting.fromArchive) return "draft"
  if (meeting.startsAt === null) return "planned"
  return endOf(meeting.startsAt, meeting.minutes) > at ? "planned" : "draft"
}

/** When a call ends, as planned. */
export function endOf(startsAt: Date, minutes: number | null): Date {
  return new Date(startsAt.getTime() + (minutes ?? unknownLength) * 60_000)
}

/** What keeps a meeting from being changed (the key of its sentence under `errors`), or null. */
export function editLack({ cancelledAt }: Pick<Facts, "cancelledAt">): string | null {
  return cancelledAt ? "meeting.isCancelled" : null
}

/**
 * What keeps text, agenda, attendance and facts from being changed while their report is in a state (a
 * key under `errors`), or null. A review and a correction are open to those who hold them (`holds`): note-taker and co-chairs.
 */
export function changeLack(state: ReportState, holds: boolean): string | null {
  switch (state) {
    case "draft":
      return null
    case "in-review":
      return holds ? null : "meeting.inReview"
    case "correcting":
      return holds ? null : "meeting.inCorrection"
    default:
      return state === "withdrawn" ? "meeting.reportWithdrawn" : "meeting.reportPublished"
  }
}

/** What keeps a meeting from being cancelled, or null. What is published took place. */
export function cancelLack(meeting: Pick<Facts, "cancelledAt" | "version">): string | null {
  if (meeting.version) return "meeting.isPublished"
  return meeting.cancelledAt ? "meeting.alreadyCancelled" : null
}

/** What keeps a call from being announced, or from being answered (a key under `errors`), or null. */
export function answerLack(
  { startsAt, minutes, cancelledAt }: Pick<Facts, "startsAt" | "minutes" | "cancelledAt">,
  at: Date,
): string | null {
  if (cancelledAt) return "meeting.isCancelled"
  if (startsAt === null) return "meeting.noStart"
  return endOf(startsAt, minutes) > at ? null : "meeting.isOver"
}
