import { and, asc, eq, isNotNull, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Reader } from "@/db/client"
import { agendaItems, agendaTurns, meetings } from "@/db/schema/meetings"
import { readAgenda } from "./agenda"
import type { CarriedItem, RoomItem } from "./room-model"

/** The agenda of a meeting with the other ends of what was carried and the time spent. Does not authorize. */
export async function roomAgenda(reader: Reader, meetingId: string): Promise<RoomItem[]> {
  const other = alias(agendaItems, "other")
  const end = {
    meetingId: meetings.id,
    meetingNumber: meetings.number,
    title: other.title,
  }
  const [stored, sources, copies, turns] = await Promise.all([
    reader.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId)),
    reader
      .select({ item: agendaItems.id, ...end })
      .from(agendaItems)
      .innerJoin(other, eq(other.id, agendaItems.carriedFrom))
      .innerJoin(meetings, eq(meetings.id, other.meetingId))
      .where(eq(agendaItems.meetingId, meetingId)),
    reader
      .select({ item: agendaItems.id, ...end })
      .from(agendaItems)
      .innerJoin(other, eq(other.carriedFrom, agendaItems.id))
      .innerJoin(meetings, eq(meetings.id, other.meetingId))
      .where(eq(agendaItems.meetingId, meetingId))
      .orderBy(asc(meetings.startsAt)),
    reader
      .select({
        item: agendaTurns.itemId,
        seconds: sql<number>`round(sum(extract(epoch from ${agendaTurns.endedAt} - ${agendaTurns.startedAt})))::int`,
      })
      .from(agendaTurns)
      .where(and(eq(agendaTurns.meetingId, meetingId), isNotNull(agendaTurns.endedAt)))
      .groupBy(agendaTurns.itemId),
  ])
  const from = ends(sources)
  const to = ends(copies)
  const spent = new Map(turns.map(({ item, seconds }) => [item, seconds]))
  return readAgenda(stored).map((item) => ({
    ...item,
    carriedFrom: from.get(item.id) ?? null,
    carriedTo: to.get(item.id) ?? null,
    spent: spent.get(item.id) ?? 0,
  }))
}

function ends(rows: readonly ({ item: string } & CarriedItem)[]): Map<string, CarriedItem> {
  return new Map(rows.map(({ item, ...carried }) => [item, carried]))
}
