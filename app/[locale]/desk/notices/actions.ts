"use server"

import { refresh } from "next/cache"
import { chooseNotices } from "@/lib/notices/choose"
import { chooseNoticesInput, markReadInput } from "@/lib/notices/input"
import { markNoticesRead } from "@/lib/notices/mark-read"
import { type ActionResult, runAction } from "@/lib/platform/action"

export type MarkReadState = ActionResult<{ marked: number }> | null

export async function markNoticesReadAction(
  _: MarkReadState,
  form: FormData,
): Promise<MarkReadState> {
  const result = await runAction(markReadInput, form, markNoticesRead)
  // The list and the bell are read anew.
  if (result.ok) refresh()
  return result
}

export type ChooseNoticesState = ActionResult<void> | null

export async function chooseNoticesAction(
  _: ChooseNoticesState,
  form: FormData,
): Promise<ChooseNoticesState> {
  const result = await runAction(chooseNoticesInput, form, chooseNotices)
  // A group that was listed for a choice alone goes with its last one.
  if (result.ok) refresh()
  return result
}
