"use server"

import { redirect } from "next/navigation"
import { publishArchiveInput } from "@/lib/archive/input"
import { publishArchive } from "@/lib/archive/publish"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

export async function publishArchiveAction(
  _: ActionResult<unknown> | null,
  form: FormData,
): Promise<ActionResult<unknown>> {
  const result = await runAction(publishArchiveInput, form, publishArchive)
  if (!result.ok) return result
  const { slug, reports } = result.data
  redirect(localePath(await getLocale(), `/desk/${slug}/archive?published=${reports}`))
}
