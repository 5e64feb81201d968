"use server"

import { redirect } from "next/navigation"
import { beginSampleSession } from "@/lib/accounts/begin-sample-session"
import { requestLinkInput, sampleSignInInput } from "@/lib/accounts/input"
import { requestLink } from "@/lib/accounts/request-link"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { localePath } from "@/lib/platform/locales"
import { networkAddress } from "@/lib/platform/request"
import { setSessionCookie, signIn } from "@/lib/platform/session"

/** Says the same for every address; a link is mailed only to one that has an account. */
export async function requestLinkAction(
  _: ActionResult<{ email: string }> | null,
  form: FormData,
): Promise<ActionResult<{ email: string }>> {
  return runAction(requestLinkInput, form, async (actor, input) => {
    const known = await requestLink(actor, { ...input, network: await networkAddress() })
    if (known)
      await signIn("email", {
        email: known,
        redirect: false,
        redirectTo: localePath(input.locale, input.next),
      })
    return { email: input.email }
  })
}

export async function sampleSignInAction(form: FormData): Promise<void> {
  const result = await runAction(sampleSignInInput, form, async (actor, input) => ({
    token: await beginSampleSession(actor, input),
    next: input.next,
  }))
  if (!result.ok) redirect("/sign-in")
  await setSessionCookie(result.data.token)
  redirect(result.data.next)
}
