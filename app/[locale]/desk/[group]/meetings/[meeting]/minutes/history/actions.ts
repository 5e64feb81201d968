"use server"

import { redirect } from "next/navigation"
import { nameRevisionInput } from "@/lib/minutes/input"
import { type NamedRevision, nameRevision } from "@/lib/minutes/name-revision"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

/** Leads back to the revision, or to its line where the form stood in the list. */
export async function nameRevisionAction(
  _: ActionResult<NamedRevision> | null,
  form: FormData,
): Promise<ActionResult<NamedRevision>> {
  const result = await runAction(nameRevisionInput, form, nameRevision)
  if (!result.ok) return result
  const { slug, meetingId, number } = result.data
  const { place, before } = Object.fromEntries(form)
  const page = /^\d{1,9}$/.test(String(before)) ? `?before=${before}` : ""
  const there = place === "list" ? `${page}#r${number}` : `/${number}`
  const history = `/desk/${slug}/meetings/${meetingId}/minutes/history`
  redirect(localePath(await getLocale(), history + there))
}
