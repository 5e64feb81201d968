"use server"

import { redirect } from "next/navigation"
import { cancelMeeting } from "@/lib/meetings/cancel"
import { editMeeting } from "@/lib/meetings/edit"
import { cancelMeetingInput, editMeetingInput, scheduleMeetingInput } from "@/lib/meetings/input"
import { scheduleMeeting } from "@/lib/meetings/schedule"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { deskAddress } from "./desk-address"

/** What a form of meetings gets back; done, it leads on to the page of the meeting. */
type MeetingFormState = ActionResult<unknown> | null

export async function scheduleMeetingAction(
  _: MeetingFormState,
  form: FormData,
): Promise<MeetingFormState> {
  const result = await runAction(scheduleMeetingInput, form, scheduleMeeting)
  if (!result.ok) return result
  redirect(await deskAddress(form, `/meetings/${result.data.id}?done=scheduled`))
}

export async function editMeetingAction(
  _: MeetingFormState,
  form: FormData,
): Promise<MeetingFormState> {
  const result = await runAction(editMeetingInput, form, editMeeting)
  if (!result.ok) return result
  redirect(await deskAddress(form, `/meetings/${form.get("meetingId")}?done=edited`))
}

export async function cancelMeetingAction(
  _: MeetingFormState,
  form: FormData,
): Promise<MeetingFormState> {
  const result = await runAction(cancelMeetingInput, form, cancelMeeting)
  if (!result.ok) return result
  redirect(await deskAddress(form, `/meetings/${form.get("meetingId")}?done=cancelled`))
}
