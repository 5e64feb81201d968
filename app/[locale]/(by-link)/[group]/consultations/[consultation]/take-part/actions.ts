"use server"

import { randomUUID } from "node:crypto"
import type { Answered } from "@/app/[locale]/desk/[group]/consultations/answer-form"
import { askToComment } from "@/lib/consultations/ask-to-comment"
import { commentAsGuest } from "@/lib/consultations/comment-as-guest"
import { confirmGuest } from "@/lib/consultations/confirm-guest"
import { discardDraftAsGuest } from "@/lib/consultations/discard-draft"
import { editAsGuest } from "@/lib/consultations/edit-as-guest"
import { fileKeptAsGuest } from "@/lib/consultations/file-kept"
import { guestOfLink } from "@/lib/consultations/guest-link"
import {
  askToCommentInput,
  commentAsGuestInput,
  confirmGuestInput,
  editAsGuestInput,
  guestLinkInput,
  ownDraftAsGuestInput,
  withdrawAsGuestInput,
  withholdNameAsGuestInput,
} from "@/lib/consultations/input"
import { silenceGuest } from "@/lib/consultations/silence"
import { withdrawAsGuest } from "@/lib/consultations/withdraw-as-guest"
import { withholdNameAsGuest } from "@/lib/consultations/withhold-name-as-guest"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { networkAddress } from "@/lib/platform/request"

/** Says the same for every address; what is mailed depends on whether it may comment. */
export async function askToCommentAction(
  _: ActionResult<{ email: string }> | null,
  form: FormData,
): Promise<ActionResult<{ email: string }>> {
  return runAction(askToCommentInput, form, async (actor, input) => {
    await askToComment(actor, { ...input, network: await networkAddress() })
    return { email: input.email }
  })
}

/** The press of the button on the page of a mailed link. Whoever is signed in, the link alone counts. */
export async function confirmGuestAction(
  _: ActionResult<{ name: string }> | null,
  form: FormData,
): Promise<ActionResult<{ name: string }>> {
  return runAction(confirmGuestInput, form, async (_actor, input) => {
    await confirmGuest(await guestOfLink(input.token), input)
    return { name: input.name }
  })
}

export async function commentAsGuestAction(
  _: Answered,
  form: FormData,
): Promise<Exclude<Answered, null>> {
  return runAction(commentAsGuestInput, form, async (_actor, input) => {
    const { late, waiting } = await commentAsGuest(await guestOfLink(input.token), input)
    return { late, waiting, next: randomUUID() }
  })
}

export async function silenceGuestAction(
  _: ActionResult<object> | null,
  form: FormData,
): Promise<ActionResult<object>> {
  return runAction(guestLinkInput, form, async (_actor, input) => {
    await silenceGuest(await guestOfLink(input.token), input)
    return {}
  })
}

export async function editAsGuestAction(
  _: ActionResult<{ waiting: boolean }> | null,
  form: FormData,
): Promise<ActionResult<{ waiting: boolean }>> {
  return runAction(editAsGuestInput, form, async (_actor, input) =>
    editAsGuest(await guestOfLink(input.token), input),
  )
}

export async function fileKeptAsGuestAction(
  _: ActionResult<object> | null,
  form: FormData,
): Promise<ActionResult<object>> {
  return runAction(ownDraftAsGuestInput, form, async (_actor, input) =>
    fileKeptAsGuest(await guestOfLink(input.token), input),
  )
}

export async function discardDraftAsGuestAction(
  _: ActionResult<object> | null,
  form: FormData,
): Promise<ActionResult<object>> {
  return runAction(ownDraftAsGuestInput, form, async (_actor, input) => {
    await discardDraftAsGuest(await guestOfLink(input.token), input)
    return {}
  })
}

export async function withholdNameAsGuestAction(
  _: ActionResult<object> | null,
  form: FormData,
): Promise<ActionResult<object>> {
  return runAction(withholdNameAsGuestInput, form, async (_actor, input) => {
    await withholdNameAsGuest(await guestOfLink(input.token), input)
    return {}
  })
}

export async function withdrawAsGuestAction(
  _: ActionResult<object> | null,
  form: FormData,
): Promise<ActionResult<object>> {
  return runAction(withdrawAsGuestInput, form, async (_actor, input) => {
    await withdrawAsGuest(await guestOfLink(input.token), input)
    return {}
  })
}
