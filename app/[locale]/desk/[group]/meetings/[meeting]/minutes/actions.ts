"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import {
  keepRevisionInput,
  restoreMinutesInput,
  savePlainInput,
  startMinutesInput,
} from "@/lib/minutes/input"
import { keepRevision } from "@/lib/minutes/keep-revision"
import type { SavedMinutes } from "@/lib/minutes/model"
import { type Restored, restoreMinutes } from "@/lib/minutes/restore"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { startMinutes } from "@/lib/minutes/start"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

type Saved = ActionResult<SavedMinutes>

/** For the editor: marks this moment in the history. */
export async function keepRevisionAction(
  form: FormData,
): Promise<ActionResult<SavedMinutes | null>> {
  return runAction(keepRevisionInput, form, keepRevision)
}

export async function savePlainMinutesAction(_: Saved | null, form: FormData): Promise<Saved> {
  const result = await runAction(savePlainInput, form, savePlainMinutes)
  if (result.ok) refresh()
  return result
}

export async function startMinutesAction(
  _: ActionResult<{ meetingId: string }> | null,
  form: FormData,
): Promise<ActionResult<{ meetingId: string }>> {
  const result = await runAction(startMinutesInput, form, startMinutes)
  if (result.ok) refresh()
  return result
}

/** Leads back to the minutes as they then stand. */
export async function restoreMinutesAction(
  _: ActionResult<Restored> | null,
  form: FormData,
): Promise<ActionResult<Restored>> {
  const result = await runAction(restoreMinutesInput, form, restoreMinutes)
  if (!result.ok) return result
  const { slug, meetingId } = result.data
  redirect(localePath(await getLocale(), `/desk/${slug}/meetings/${meetingId}/minutes`))
}
