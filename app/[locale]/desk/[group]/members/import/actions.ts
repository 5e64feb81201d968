"use server"

import { redirect } from "next/navigation"
import { bringInMembers } from "@/lib/members/bring-in"
import { bringInInput, listFileInput, listTextInput } from "@/lib/members/input"
import { type ListPreview, previewList } from "@/lib/members/list/preview"
import { decodeList } from "@/lib/members/list/read"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { withAnswers } from "./with-answers"

/**
 * Both steps of bringing a list in, so that a refused second one can show the list again: a file is
 * shown, and saved nothing of; the list that was shown is saved.
 */
export async function bringInMembersAction(
  _: ActionResult<ListPreview> | null,
  form: FormData,
): Promise<ActionResult<ListPreview>> {
  if (form.get("step") !== "save") {
    return runAction(listFileInput, form, async (actor, { groupId, file }) =>
      previewList(actor, { groupId, text: decodeList(new Uint8Array(await file.arrayBuffer())) }),
    )
  }
  const saved = await runAction(bringInInput, form, bringInMembers)
  if (saved.ok) {
    const { added, changed } = saved.data
    const list = String(form.get("list"))
    const to = /^(\/[a-z]{2})?\/desk\/[a-z0-9-]+\/members$/.test(list) ? list : "/desk"
    redirect(`${to}?done=broughtIn&added=${added}&changed=${changed}`)
  }
  const { entered: _entered, ...refused } = saved
  const again = await runAction(listTextInput, form, previewList)
  return again.ok ? { ...refused, data: withAnswers(again.data, form) } : refused
}
