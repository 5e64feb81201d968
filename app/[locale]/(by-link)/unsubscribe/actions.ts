"use server"

import { unsubscribeInput } from "@/lib/notices/input"
import { guestOfUnsubscribeLink, unsubscribe } from "@/lib/notices/unsubscribe"
import { type ActionResult, runAction } from "@/lib/platform/action"

/** The press of the button that a mail leads to. Whoever is signed in, the link alone counts. */
export async function unsubscribeAction(
  _: ActionResult<unknown> | null,
  form: FormData,
): Promise<ActionResult<unknown>> {
  return runAction(unsubscribeInput, form, async (_actor, input) => {
    await unsubscribe(guestOfUnsubscribeLink(input.token), input)
  })
}
