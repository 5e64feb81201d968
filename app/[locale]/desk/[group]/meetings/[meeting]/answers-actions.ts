"use server"

import { redirect } from "next/navigation"
import { announceMeeting } from "@/lib/meetings/announce"
import { answerMeeting } from "@/lib/meetings/answer"
import { announceMeetingInput, answerMeetingInput } from "@/lib/meetings/input"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { deskAddress } from "../desk-address"

export type AnswersState = ActionResult<unknown> | null

export async function answerMeetingAction(_: AnswersState, form: FormData): Promise<AnswersState> {
  const result = await runAction(answerMeetingInput, form, answerMeeting)
  if (!result.ok) return result
  redirect(await deskAddress(form, `/meetings/${form.get("meetingId")}?done=answered`))
}

export async function announceMeetingAction(
  _: AnswersState,
  form: FormData,
): Promise<AnswersState> {
  const result = await runAction(announceMeetingInput, form, announceMeeting)
  if (!result.ok) return result
  redirect(await deskAddress(form, `/meetings/${form.get("meetingId")}?done=announced`))
}
