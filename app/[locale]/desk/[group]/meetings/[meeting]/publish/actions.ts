"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { dropProposal } from "@/lib/reports/drop-proposal"
import { dropProposalInput, publishMinutesInput } from "@/lib/reports/input"
import { proposeReport } from "@/lib/reports/propose"
import { publishMinutes } from "@/lib/reports/publish"

/** Publishes, and comes back to the page, which then says where it stands. */
export async function publishMinutesAction(
  _: ActionResult<unknown> | null,
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

/** Proposes to publish what the form shows, where the group asks for two co-chairs. */
export async function proposeReportAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(publishMinutesInput, form, proposeReport)
  if (!result.ok) {
    if (result.code === "invalid") refresh()
    return result
  }
  return backTo(result.data, "proposed")
}

export async function dropProposalAction(
  _: ActionResult<unknown> | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(dropProposalInput, form, dropProposal)
  return result.ok ? backTo(result.data, "dropped") : result
}

async function backTo({ slug, meetingId }: { slug: string; meetingId: string }, done: string) {
  const page = `/desk/${slug}/meetings/${meetingId}/publish?done=${done}`
  return redirect(localePath(await getLocale(), page))
}
