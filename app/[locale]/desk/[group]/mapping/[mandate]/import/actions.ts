"use server"

import { redirect } from "next/navigation"
import { bringSheetIn, type MovedOn } from "@/lib/mapping/sheet/bring-in"
import { bringSheetInInput, keepSheetInput } from "@/lib/mapping/sheet/input"
import { keepSheet } from "@/lib/mapping/sheet/keep-sheet"
import { type ActionResult, runAction } from "@/lib/platform/action"

/** Where tables are brought into a mapping; forms say in `base` from where they were sent. */
function baseOf(form: FormData): string {
  const base = String(form.get("base"))
  return /^(\/[a-z]{2})?\/desk\/[a-z0-9-]+\/mapping\/[a-z0-9-]+\/import$/.test(base)
    ? base
    : "/desk"
}

export async function keepSheetAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(keepSheetInput, form, keepSheet)
  if (!result.ok) return result
  redirect(`${baseOf(form)}/${result.data.id}`)
}

/**
 * What was typed is not sent back: a table has thousands of marks. Where the mapping moved on, the page
 * is shown anew and says so.
 */
export async function bringSheetInAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(bringSheetInInput, form, bringSheetIn)
  const page = `${baseOf(form)}/${form.get("sheetId")}`
  if (result.ok) redirect(`${page}?done=saved`)
  const { entered: _entered, ...refused } = result
  if ((refused.data as MovedOn | undefined)?.movedOn) redirect(`${page}?done=changed`)
  return refused
}
