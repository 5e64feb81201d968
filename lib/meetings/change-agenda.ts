import { eq, sql } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { meetings } from "@/db/schema/meetings"
import { notFound, Refusal } from "@/lib/platform/errors"
import { type AgendaItem, agendaMisfit } from "./agenda"
import { agendaNow } from "./agenda-now"
import { limits } from "./model"
import { type WrittenRow, writeAgenda } from "./write-agenda"

/** The agenda of a meeting in reading order, and where in it an item stands. `not_found` when it does not. */
export async function agendaAt(
  reader: Reader,
  meetingId: string,
  itemId: string,
): Promise<{ items: AgendaItem[]; at: number; item: AgendaItem }> {
  const items = await agendaNow(reader, meetingId)
  const at = items.findIndex(({ id }) => id === itemId)
  const item = items[at]
  if (!item) throw notFound()
  return { items, at, item }
}

/** Step: `writeAgenda` after a change of one item; what is no agenda is refused with one sentence. */
export async function changeAgenda(
  tx: Transaction,
  meetingId: string,
  rows: readonly WrittenRow[],
): Promise<AgendaItem[]> {
  if (rows.length > limits.agendaItems) throw new Refusal("conflict", "meeting.agendaLong")
  const misfit = agendaMisfit(rows)
  if (misfit) throw new Refusal("conflict", misfit.key)
  return writeAgenda(tx, meetingId, rows)
}

/** Step: moves the agenda's revision on, so that a form which shows the older one notices. */
export async function touchAgenda(tx: Transaction, meetingId: string): Promise<void> {
  await tx
    .update(meetings)
    .set({ agendaRevision: sql`${meetings.agendaRevision} + 1` })
    .where(eq(meetings.id, meetingId))
}
