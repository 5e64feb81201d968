"use server"

import { refresh } from "next/cache"
import { saveMinutesInput, startMinutesInput } from "@/lib/minutes/input"
import type { SavedMinutes } from "@/lib/minutes/model"
import { saveMinutes } from "@/lib/minutes/save"
import { startMinutes } from "@/lib/minutes/start"
import { type ActionResult, runAction } from "@/lib/platform/action"

/** For the editor, which calls it with the text as JSON. */
export async function saveMinutesAction(form: FormData): Promise<ActionResult<SavedMinutes>> {
  return runAction(saveMinutesInput, form, saveMinutes)
}

export async function startMinutesAction(
  _: ActionResult<{ meetingId: string }> | null,
  form: FormData,
): Promise<ActionResult<{ meetingId: string }>> {
  const result = await runAction(startMinutesInput, form, startMinutes)
  if (result.ok) refresh()
  return result
}
