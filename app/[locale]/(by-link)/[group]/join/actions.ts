"use server"

import { askToJoin } from "@/lib/members/ask-to-join"
import { confirmRequest } from "@/lib/members/confirm-request"
import { askToJoinInput, confirmJoinInput } from "@/lib/members/input"
import { guestOfLink } from "@/lib/members/request-link"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { networkAddress } from "@/lib/platform/request"

/** Says the same for every address; what is mailed depends on whether it belongs to a member. */
export async function askToJoinAction(
  _: ActionResult<{ email: string }> | null,
  form: FormData,
): Promise<ActionResult<{ email: string }>> {
  return runAction(askToJoinInput, form, async (actor, input) => {
    await askToJoin(actor, { ...input, network: await networkAddress() })
    return { email: input.email }
  })
}

/** The press of the button that a mailed link leads to. Whoever is signed in, the link alone counts. */
export async function confirmJoinAction(
  _: ActionResult<{ name: string }> | null,
  form: FormData,
): Promise<ActionResult<{ name: string }>> {
  return runAction(confirmJoinInput, form, async (_actor, input) =>
    confirmRequest(await guestOfLink(input.token), input),
  )
}
