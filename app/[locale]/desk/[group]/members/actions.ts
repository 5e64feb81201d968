"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { addMember } from "@/lib/members/add"
import { admitRequest } from "@/lib/members/admit"
import { changeRole } from "@/lib/members/change-role"
import { declineRequest } from "@/lib/members/decline"
import { endMembership } from "@/lib/members/end"
import {
  addMemberInput,
  admitInput,
  changeRoleInput,
  declineInput,
  endMembershipInput,
} from "@/lib/members/input"
import { type ActionResult, runAction } from "@/lib/platform/action"

/** Where the members of a group stand on the desk; forms say in `list` from where they were sent. */
function listOf(form: FormData): string {
  const list = String(form.get("list"))
  return /^(\/[a-z]{2})?\/desk\/[a-z0-9-]+\/members$/.test(list) ? list : "/desk"
}

export async function addMemberAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(addMemberInput, form, addMember)
  if (!result.ok) return result
  redirect(`${listOf(form)}/${result.data.personId}?done=added`)
}

export async function admitRequestAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(admitInput, form, admitRequest)
  if (!result.ok) return result
  redirect(`${listOf(form)}/${result.data.personId}?done=admitted`)
}

export async function declineRequestAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(declineInput, form, declineRequest)
  if (!result.ok) return result
  redirect(`${listOf(form)}?done=declined`)
}

export async function changeRoleAction(
  _: ActionResult<{ name: string }> | null,
  form: FormData,
): Promise<ActionResult<{ name: string }>> {
  const result = await runAction(changeRoleInput, form, changeRole)
  if (result.ok) refresh()
  return result
}

export async function endMembershipAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(endMembershipInput, form, endMembership)
  if (!result.ok) return result
  redirect(`${listOf(form)}?done=ended`)
}
