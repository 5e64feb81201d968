"use server"

import { randomUUID } from "node:crypto"
import { redirect } from "next/navigation"
import { allowLateComments } from "@/lib/consultations/allow-late"
import { cancelConsultation } from "@/lib/consultations/cancel"
import { closeConsultation } from "@/lib/consultations/close"
import { commentInConsultation } from "@/lib/consultations/comment"
import { discardDraft } from "@/lib/consultations/discard-draft"
import { editConsultation } from "@/lib/consultations/edit"
import { endLateComments } from "@/lib/consultations/end-late"
import { extendConsultation } from "@/lib/consultations/extend"
import { fileKept } from "@/lib/consultations/file-kept"
import {
  allowLateInput,
  cancelConsultationInput,
  commentInConsultationInput,
  editConsultationInput,
  editOpenConsultationInput,
  extendConsultationInput,
  inviteGuestsInput,
  moderateCommentInput,
  oneConsultationInput,
  ownDraftInput,
  planConsultationInput,
  takeBackInput,
} from "@/lib/consultations/input"
import { inviteGuests } from "@/lib/consultations/invite"
import { moderateComment } from "@/lib/consultations/moderate"
import { openConsultation } from "@/lib/consultations/open"
import { planConsultation } from "@/lib/consultations/plan"
import { takeBackInvitation } from "@/lib/consultations/take-back"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { deskAddress } from "../meetings/desk-address"
import type { Answered } from "./answer-form"

/** What a form of consultations gets back; done, it leads on to the page of the consultation. */
export type ConsultationFormState = ActionResult<unknown> | null

/** Where the consultation that a form names stands on the desk. */
async function backTo(form: FormData, done: string): Promise<string> {
  const slug = form.get("consultation")
  const known = typeof slug === "string" && /^[a-z0-9-]{1,80}$/.test(slug)
  return deskAddress(form, known ? `/consultations/${slug}?done=${done}` : "/consultations")
}

export async function planConsultationAction(
  _: ConsultationFormState,
  form: FormData,
): Promise<ConsultationFormState> {
  const result = await runAction(planConsultationInput, form, planConsultation)
  if (!result.ok) return result
  redirect(await deskAddress(form, `/consultations/${result.data.slug}?done=planned`))
}

export async function editConsultationAction(
  _: ConsultationFormState,
  form: FormData,
): Promise<ConsultationFormState> {
  // The form of an open consultation has no texts, and may not change them.
  const early = form.has("audience")
  const result = early
    ? await runAction(editConsultationInput, form, editConsultation)
    : await runAction(editOpenConsultationInput, form, editConsultation)
  if (!result.ok) return result
  redirect(await backTo(form, "edited"))
}

export async function openConsultationAction(
  _: ConsultationFormState,
  form: FormData,
): Promise<ConsultationFormState> {
  const result = await runAction(oneConsultationInput, form, openConsultation)
  if (!result.ok) return result
  redirect(await backTo(form, "opened"))
}

export async function closeConsultationAction(
  _: ConsultationFormState,
  form: FormData,
): Promise<ConsultationFormState> {
  const result = await runAction(oneConsultationInput, form, closeConsultation)
  if (!result.ok) return result
  redirect(await backTo(form, "closed"))
}

export async function extendConsultationAction(
  _: ConsultationFormState,
  form: FormData,
): Promise<ConsultationFormState> {
  const result = await runAction(extendConsultationInput, form, extendConsultation)
  if (!result.ok) return result
  redirect(await backTo(form, "extended"))
}

export async function allowLateAction(
  _: ConsultationFormState,
  form: FormData,
): Promise<ConsultationFormState> {
  const result = await runAction(allowLateInput, form, allowLateComments)
  if (!result.ok) return result
  redirect(await backTo(form, "lateAllowed"))
}

export async function endLateAction(
  _: ConsultationFormState,
  form: FormData,
): Promise<ConsultationFormState> {
  const result = await runAction(oneConsultationInput, form, endLateComments)
  if (!result.ok) return result
  redirect(await backTo(form, "lateEnded"))
}

export async function cancelConsultationAction(
  _: ConsultationFormState,
  form: FormData,
): Promise<ConsultationFormState> {
  const result = await runAction(cancelConsultationInput, form, cancelConsultation)
  if (!result.ok) return result
  redirect(await backTo(form, "cancelled"))
}

export async function commentInConsultationAction(
  _: Answered,
  form: FormData,
): Promise<Exclude<Answered, null>> {
  return runAction(commentInConsultationInput, form, async (actor, input) => {
    const { late } = await commentInConsultation(actor, input)
    return { late, waiting: false, next: randomUUID() }
  })
}

export async function discardDraftAction(
  _: ActionResult<object> | null,
  form: FormData,
): Promise<ActionResult<object>> {
  return runAction(ownDraftInput, form, async (actor, input) => {
    await discardDraft(actor, input)
    return {}
  })
}

export async function fileKeptAction(
  _: ActionResult<object> | null,
  form: FormData,
): Promise<ActionResult<object>> {
  return runAction(ownDraftInput, form, fileKept)
}

export async function inviteGuestsAction(
  _: ActionResult<{ invited: number; before: number }> | null,
  form: FormData,
): Promise<ActionResult<{ invited: number; before: number }>> {
  return runAction(inviteGuestsInput, form, inviteGuests)
}

export async function takeBackInvitationAction(
  _: ActionResult<void> | null,
  form: FormData,
): Promise<ActionResult<void>> {
  return runAction(takeBackInput, form, takeBackInvitation)
}

export async function moderateCommentAction(
  _: ActionResult<void> | null,
  form: FormData,
): Promise<ActionResult<void>> {
  return runAction(moderateCommentInput, form, moderateComment)
}
