"use server"

import { redirect } from "next/navigation"
import { createGroup } from "@/lib/groups/create"
import { createGroupInput } from "@/lib/groups/input"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

/** Makes a group and goes on to its members, the first thing that it lacks. */
export async function createGroupAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(createGroupInput, form, createGroup)
  if (!result.ok) return result
  redirect(localePath(await getLocale(), `/desk/${result.data.slug}/members`))
}
