"use server"

import { redirect } from "next/navigation"
import { chooseNotices } from "@/lib/notices/choose"
import { chooseNoticesInput, markReadInput } from "@/lib/notices/input"
import { markNoticesRead } from "@/lib/notices/mark-read"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

export type MarkReadState = ActionResult<{ marked: number }> | null

/** Done, it leads to the list again, where the bell counts anew. */
export async function markNoticesReadAction(
  _: MarkReadState,
  form: FormData,
): Promise<MarkReadState> {
  const result = await runAction(markReadInput, form, markNoticesRead)
  if (!result.ok) return result
  redirect(localePath(await getLocale(), "/desk/notices"))
}

export type ChooseNoticesState = ActionResult<void> | null

export async function chooseNoticesAction(
  _: ChooseNoticesState,
  form: FormData,
): Promise<ChooseNoticesState> {
  return runAction(chooseNoticesInput, form, chooseNotices)
}
