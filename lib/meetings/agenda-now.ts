import { inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { agendaItems } from "@/db/schema/meetings"
import { groupedBy } from "@/lib/platform/grouped"
import { type AgendaItem, readAgenda } from "./agenda"

/** The agenda of a meeting in reading order, with labels: what the sections of its minutes follow. */
export async function agendaNow(reader: Reader, meetingId: string): Promise<AgendaItem[]> {
  return (await agendasNow(reader, [meetingId])).get(meetingId) ?? []
}

/** The agendas of several meetings, by the meeting; none for a meeting without items. */
export async function agendasNow(
  reader: Reader,
  meetingIds: readonly string[],
): Promise<Map<string, AgendaItem[]>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await reader
    .select()
    .from(agendaItems)
    .where(inArray(agendaItems.meetingId, [...meetingIds]))
  const of = groupedBy(rows, ({ meetingId }) => meetingId)
  return new Map([...of].map(([meetingId, items]) => [meetingId, readAgenda(items)]))
}
