"use server"

import { redirect } from "next/navigation"
import { endSessions } from "@/lib/accounts/end-sessions"
import { endSessionsInput } from "@/lib/accounts/input"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { clearSessionCookie } from "@/lib/platform/session"

export async function signOutAction(form: FormData): Promise<void> {
  const result = await runAction(endSessionsInput, form, endSessions)
  if (result.ok && form.get("which") === "this") await clearSessionCookie()
  redirect("/")
}

export async function endOtherSessionsAction(
  _: ActionResult<{ ended: number }> | null,
  form: FormData,
): Promise<ActionResult<{ ended: number }>> {
  return runAction(endSessionsInput, form, endSessions)
}
