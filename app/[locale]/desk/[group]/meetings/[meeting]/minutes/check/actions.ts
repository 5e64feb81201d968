"use server"

import { oneFindingInput } from "@/lib/minutes/check/input"
import { leaveFinding } from "@/lib/minutes/check/leave"
import { reopenFinding } from "@/lib/minutes/check/reopen"
import { type ActionResult, runAction } from "@/lib/platform/action"

export async function leaveFindingAction(form: FormData): Promise<ActionResult<void>> {
  return runAction(oneFindingInput, form, leaveFinding)
}

export async function reopenFindingAction(form: FormData): Promise<ActionResult<void>> {
  return runAction(oneFindingInput, form, reopenFinding)
}
