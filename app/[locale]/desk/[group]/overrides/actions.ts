"use server"

import { refresh } from "next/cache"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { reviewOverrideInput } from "@/lib/reports/input"
import { reviewOverride } from "@/lib/reports/review-override"

export async function reviewOverrideAction(
  _: ActionResult<void> | null,
  form: FormData,
): Promise<ActionResult<void>> {
  const result = await runAction(reviewOverrideInput, form, reviewOverride)
  if (result.ok) refresh()
  return result
}
