"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { publishMinutesInput } from "@/lib/reports/input"
import { publishMinutes } from "@/lib/reports/publish"

/** Publishes, and comes back to the page, which then says where it stands. */
export async function publishMinutesAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(publishMinutesInput, form, publishMinutes)
  if (!result.ok) {
    // What the check finds now, beside what was typed.
    if (result.code === "invalid") refresh()
    return result
  }
  const { slug, meetingId, version } = result.data
  redirect(
    localePath(
      await getLocale(),
      `/desk/${slug}/meetings/${meetingId}/publish?published=${version}`,
    ),
  )
}
