"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { bringSheetIn, type MovedOn } from "@/lib/mapping/sheet/bring-in"
import { bringSheetInInput, keepSheetInput } from "@/lib/mapping/sheet/input"
import { keepSheet } from "@/lib/mapping/sheet/keep-sheet"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { chosenOn } from "./chosen"

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
 * What was chosen goes back with a refusal. Where the mapping moved on, the page around the form is
 * shown anew.
 */
export async function bringSheetInAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(bringSheetInInput, form, bringSheetIn)
  if (result.ok) redirect(`${baseOf(form)}/${form.get("sheetId")}?done=saved`)
  const { entered: _entered, ...refused } = result
  if ((refused.data as MovedOn | undefined)?.movedOn) refresh()
  return { ...refused, data: chosenOn(form) }
}
