import { eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { agendaItems } from "@/db/schema/meetings"
import { type AgendaItem, readAgenda } from "./agenda"

/** The agenda of a meeting in reading order, with labels: what the sections of its minutes follow. */
export async function agendaNow(reader: Reader, meetingId: string): Promise<AgendaItem[]> {
  return readAgenda(
    await reader.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId)),
  )
}
