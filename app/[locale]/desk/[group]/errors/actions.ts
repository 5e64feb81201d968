"use server"

import { refresh } from "next/cache"
import { answerError } from "@/lib/error-reports/answer"
import { answerErrorInput } from "@/lib/error-reports/input"
import { type ActionResult, runAction } from "@/lib/platform/action"

export async function answerErrorAction(
  _: ActionResult<unknown> | null,
  form: FormData,
): Promise<ActionResult<unknown>> {
  const result = await runAction(answerErrorInput, form, answerError)
  if (result.ok) refresh()
  return result
}
