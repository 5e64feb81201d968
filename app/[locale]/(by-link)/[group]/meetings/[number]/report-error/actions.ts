"use server"

import { confirmError } from "@/lib/error-reports/confirm"
import { confirmErrorInput, reportErrorInput } from "@/lib/error-reports/input"
import { guestOfLink } from "@/lib/error-reports/link"
import { reportError } from "@/lib/error-reports/report"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { networkAddress } from "@/lib/platform/request"

/** Says the same for every address. */
export async function reportErrorAction(
  _: ActionResult<{ email: string }> | null,
  form: FormData,
): Promise<ActionResult<{ email: string }>> {
  return runAction(reportErrorInput, form, async (actor, input) => {
    await reportError(actor, { ...input, network: await networkAddress() })
    return { email: input.email }
  })
}

/** The press of the button that a mailed link leads to. Whoever is signed in, the link alone counts. */
export async function confirmErrorAction(
  _: ActionResult<object> | null,
  form: FormData,
): Promise<ActionResult<object>> {
  return runAction(confirmErrorInput, form, async (_actor, input) => {
    await confirmError(await guestOfLink(input.token), input)
    return {}
  })
}
