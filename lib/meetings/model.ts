import { longestName } from "@/lib/people/model"

// What browser code uses of the pure files beside this one.
export { labelAgenda } from "./labels"
export { addRow, canMove, carryRow, type Move, moveRow, moves, removeRow } from "./moves"
export { minuteOf, paceOf, timeAt } from "./pace"
export { localStart } from "./zones"

/** What became of an agenda item; null while nothing is said of it. */
export const coverages = ["discussed", "no-update", "not-reached", "not-recorded"] as const
export type Coverage = (typeof coverages)[number]

export const officeKinds = ["chair", "host", "moderator"] as const
export type OfficeKind = (typeof officeKinds)[number]

export const attendanceKinds = ["present", "regrets", "written"] as const
export type AttendanceKind = (typeof attendanceKinds)[number]

/** Whether somebody says that they come to a call. */
export const meetingAnswerKinds = ["coming", "perhaps", "not-coming"] as const
export type MeetingAnswer = (typeof meetingAnswerKinds)[number]

/** To whom a call is announced: the members, the group's mailing list. */
export const announceTos = ["members", "list", "both"] as const

export const participantLists = ["annexed", "on-request"] as const
export type ParticipantList = (typeof participantLists)[number]

/** A person in an office of the day, in the capacity of that day ("" when none is known). */
export type Office = { personId: string; kind: OfficeKind; capacity: string }

/** A person at a meeting, in the capacity of that day. */
export type Attendee = { personId: string; kind: AttendanceKind; capacity: string }

/** What a meeting's texts and lists may hold; forms and steps refuse more. */
export const limits = {
  title: 300,
  place: 200,
  link: 2000,
  capacity: 300,
  reason: 1000,
  nextMeeting: 2000,
  offices: 20,
  attendees: 500,
  /** The highest number that a meeting may bear. */
  number: 99_999,
  /** Minutes. */
  length: 1440,
  agendaItems: 200,
  agendaTitle: 500,
  presenter: longestName,
  /** Minutes. */
  itemLength: 600,
} as const
