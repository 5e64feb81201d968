"use server"

import { refresh } from "next/cache"
import { editGroup } from "@/lib/groups/edit"
import { editGroupInput } from "@/lib/groups/input"
import { type ActionResult, runAction } from "@/lib/platform/action"

export async function editGroupAction(
  _: ActionResult<{ revision: number }> | null,
  form: FormData,
): Promise<ActionResult<{ revision: number }>> {
  const result = await runAction(editGroupInput, form, editGroup)
  if (result.ok) refresh()
  return result
}
