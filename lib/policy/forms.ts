import type { Action } from "./table"

/** Which action each server action stands for. One without a row fails the check. */
export const forms: Record<string, Action> = {
  requestLinkAction: "sign-in.ask",
  sampleSignInAction: "sign-in.sample",
  signOutAction: "sessions.end",
  endOtherSessionsAction: "sessions.end",
  createGroupAction: "group.create",
  editGroupAction: "group.edit",
  askToJoinAction: "join.ask",
  confirmJoinAction: "join.confirm",
  addMemberAction: "member.admit",
  admitRequestAction: "member.admit",
  declineRequestAction: "member.admit",
  bringInMembersAction: "member.import",
  changeRoleAction: "member.change",
  endMembershipAction: "member.change",
  startMinutesAction: "minutes.edit",
  saveMinutesAction: "minutes.edit",
  savePlainMinutesAction: "minutes.edit",
  restoreMinutesAction: "minutes.restore",
  publishMinutesAction: "report.publish",
  scheduleMeetingAction: "meeting.schedule",
  editMeetingAction: "meeting.edit",
  cancelMeetingAction: "meeting.cancel",
  editAgendaAction: "agenda.edit",
  recordAttendanceAction: "attendance.record",
}
