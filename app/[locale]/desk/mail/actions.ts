"use server"

import { tryAgainInput } from "@/lib/mail/input"
import { tryMailsAgain } from "@/lib/mail/try-again"
import { type ActionResult, runAction } from "@/lib/platform/action"

export type TryAgainState = ActionResult<{ mails: number }> | null

export async function tryMailsAgainAction(
  _: TryAgainState,
  form: FormData,
): Promise<TryAgainState> {
  return runAction(tryAgainInput, form, tryMailsAgain)
}
