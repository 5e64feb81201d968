import { eq } from "drizzle-orm"
import type { z } from "zod"
import { meetings } from "@/db/schema/meetings"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { AgendaRow } from "./agenda"
import type { arrangeAgendaInput } from "./input"
import { addRow, moveRow, removeRow } from "./moves"

/**
 * The rows of the form after the button that was pressed in it, for browsers without script. Nothing
 * is written; `revision` stays that of the form.
 */
export async function arrangeAgenda(
  actor: Actor,
  { meetingId, revision, items, move: { at, act } }: z.output<typeof arrangeAgendaInput>,
): Promise<{ items: AgendaRow[]; revision: number; at: number }> {
  const [meeting] = await database()
    .select({ groupId: meetings.groupId, noteTakerId: meetings.noteTakerId })
    .from(meetings)
    .where(eq(meetings.id, meetingId))
  if (!meeting) throw notFound()
  authorize(actor, "agenda.edit", meeting)
  if (act === "remove") return { items: removeRow(items, at), revision, at: Math.max(0, at - 1) }
  const blank = { id: null, depth: 0, title: "", presenter: "", minutes: null, coverage: null }
  const after =
    act === "add" ? addRow(items, blank, Math.min(at, items.length - 1)) : moveRow(items, at, act)
  return { items: after.rows, revision, at: after.at }
}
