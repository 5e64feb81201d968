"use server"

import { redirect } from "next/navigation"
import type { AgendaRow } from "@/lib/meetings/agenda"
import { arrangeAgenda } from "@/lib/meetings/arrange-agenda"
import { editAgenda } from "@/lib/meetings/edit-agenda"
import { arrangeAgendaInput, editAgendaInput } from "@/lib/meetings/input"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { deskAddress } from "../../desk-address"

/** Rows as a button of the plain form has left them; `at` is the one it was pressed for. */
export type Arranged = { items: AgendaRow[]; revision: number; at: number }

/** Saves the agenda and leads on to the meeting; a button `move` only rearranges the form's rows. */
export async function editAgendaAction(
  _: ActionResult<Arranged> | null,
  form: FormData,
): Promise<ActionResult<Arranged> | null> {
  if (form.has("move")) return runAction(arrangeAgendaInput, form, arrangeAgenda)
  const result = await runAction(editAgendaInput, form, editAgenda)
  if (!result.ok) return result
  redirect(await deskAddress(form, `/meetings/${form.get("meetingId")}?done=agenda`))
}
