"use server"

import { redirect } from "next/navigation"
import { findForRollInput, recordAttendanceInput } from "@/lib/meetings/input"
import { recordAttendance } from "@/lib/meetings/record-attendance"
import { findForRoll, type Looked } from "@/lib/meetings/roll"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { deskAddress } from "../../desk-address"

/** Saves the attendance and leads on to the meeting; the button "Find" only looks for people. */
export async function recordAttendanceAction(
  _: ActionResult<Looked> | null,
  form: FormData,
): Promise<ActionResult<Looked> | null> {
  if (form.get("intent") === "find") return runAction(findForRollInput, form, findForRoll)
  const result = await runAction(recordAttendanceInput, form, recordAttendance)
  if (!result.ok) return result
  redirect(await deskAddress(form, `/meetings/${form.get("meetingId")}?done=attendance`))
}
