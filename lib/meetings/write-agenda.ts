import { and, eq, notInArray, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { agendaItems, meetings } from "@/db/schema/meetings"
import { placeAgendaThreads } from "@/lib/live/place-threads"
import { Refusal } from "@/lib/platform/errors"
import { type AgendaItem, type AgendaRow, agendaMisfit } from "./agenda"
import { labelAgenda } from "./labels"
import { limits } from "./model"

/** A row with the item of another meeting of which it is the copy; a known item keeps its own. */
export type WrittenRow = AgendaRow & { carriedFrom?: string | null }

/**
 * Step: makes `rows` the agenda of a meeting, whole and in this order. Rows with an id keep it, and
 * with it their section of the minutes; items that are not among the rows are removed. Moves the
 * agenda's revision on by one, and tells the threads on it. Returns the items in reading order, with ids and labels. Does not
 * authorize, and does not ask whether a removed item has text in the minutes: the verb does.
 * Refuses rows that are no agenda, at the field `items.<place>.title`, and ids of another meeting.
 */
export async function writeAgenda(
  tx: Transaction,
  meetingId: string,
  rows: readonly WrittenRow[],
): Promise<AgendaItem[]> {
  if (rows.length > limits.agendaItems) throw new Refusal("invalid", "meeting.agendaLong")
  const misfit = agendaMisfit(rows)
  if (misfit) {
    const fields = { [`items.${misfit.place}.title`]: misfit.key }
    throw new Refusal("invalid", "fields", {}, fields)
  }
  const items = labelAgenda(rows.map((row) => ({ ...row, id: row.id ?? crypto.randomUUID() })))
  await putItems(tx, meetingId, items)
  // After the others are at their new places, so that nothing is taken away with its old parent.
  const kept = items.map(({ id }) => id)
  await tx
    .delete(agendaItems)
    .where(and(eq(agendaItems.meetingId, meetingId), notInArray(agendaItems.id, kept)))
  await tx
    .update(meetings)
    .set({ agendaRevision: sql`${meetings.agendaRevision} + 1` })
    .where(eq(meetings.id, meetingId))
  await placeAgendaThreads(tx, meetingId)
  return items
}

async function putItems(tx: Transaction, meetingId: string, items: AgendaItem[]): Promise<void> {
  if (items.length === 0) return
  const parents: string[] = []
  const values = items.map(({ depth, label: _, ...item }, position) => {
    parents.length = depth
    const parentId = parents.at(-1) ?? null
    parents.push(item.id)
    return {
      ...item,
      title: item.title.trim(),
      presenter: item.presenter.trim(),
      meetingId,
      parentId,
      position,
    }
  })
  const written = await tx
    .insert(agendaItems)
    .values(values)
    .onConflictDoUpdate({
      target: agendaItems.id,
      set: {
        parentId: sql`excluded.parent_id`,
        position: sql`excluded.position`,
        title: sql`excluded.title`,
        presenter: sql`excluded.presenter`,
        minutes: sql`excluded.minutes`,
        coverage: sql`excluded.coverage`,
      },
      setWhere: eq(agendaItems.meetingId, meetingId),
    })
    .returning({ id: agendaItems.id })
  if (written.length < values.length) throw new Refusal("not_found", "notFound")
}
