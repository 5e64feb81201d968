"use server"

import { moveArea } from "@/lib/mapping/areas/move-area"
import { moveAreaInput } from "@/lib/mapping/input"
import { type ActionResult, runAction } from "@/lib/platform/action"

/** Puts an area of the grid behind another one, or first. The grid hears of it as everybody else does. */
export async function orderAreaAction(form: FormData): Promise<ActionResult<{ change: number }>> {
  return runAction(moveAreaInput, form, moveArea)
}
