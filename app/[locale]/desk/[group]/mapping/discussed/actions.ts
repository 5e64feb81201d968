"use server"

import { discussRow } from "@/lib/mapping/discussions/discuss-row"
import { discussRowInput, undiscussRowInput } from "@/lib/mapping/discussions/discussion-input"
import { undiscussRow } from "@/lib/mapping/discussions/undiscuss-row"
import { type ActionResult, runAction } from "@/lib/platform/action"

export type DiscussState = ActionResult<{ id: string }> | null
export type UndiscussState = ActionResult<void> | null

export async function discussRowAction(_: DiscussState, form: FormData): Promise<DiscussState> {
  return runAction(discussRowInput, form, discussRow)
}

export async function undiscussRowAction(
  _: UndiscussState,
  form: FormData,
): Promise<UndiscussState> {
  return runAction(undiscussRowInput, form, undiscussRow)
}
