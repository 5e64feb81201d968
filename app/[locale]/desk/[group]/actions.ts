"use server"

import { refresh } from "next/cache"
import { addWord } from "@/lib/groups/add-word"
import { addWordInput, removeWordInput } from "@/lib/groups/input"
import { removeWord } from "@/lib/groups/remove-word"
import { type ActionResult, runAction } from "@/lib/platform/action"

// The group's words are changed among its settings, and beside minutes that hold a new one.

export async function addWordAction(
  _: ActionResult<{ word: string }> | null,
  form: FormData,
): Promise<ActionResult<{ word: string }>> {
  const result = await runAction(addWordInput, form, addWord)
  if (result.ok) refresh()
  return result
}

export async function removeWordAction(
  _: ActionResult<void> | null,
  form: FormData,
): Promise<ActionResult<void>> {
  const result = await runAction(removeWordInput, form, removeWord)
  if (result.ok) refresh()
  return result
}
