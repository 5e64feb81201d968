"use server"

import { refresh } from "next/cache"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { eraseNames } from "@/lib/record/erase-names"
import { eraseNamesInput } from "@/lib/record/input"

type Erased = { names: number; versions: number }

/** Erases the names that were ticked, and has the page look again. */
export async function eraseNamesAction(
  _: ActionResult<Erased> | null,
  form: FormData,
): Promise<ActionResult<Erased>> {
  const result = await runAction(eraseNamesInput, form, eraseNames)
  // Where something was published meanwhile, the list shows it.
  if (result.ok || result.code === "conflict") refresh()
  return result
}
