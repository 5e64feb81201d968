import { and, desc, eq, isNull, sql } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { agendaTurns } from "@/db/schema/meetings"
import { now } from "@/lib/platform/clock"

/** Where the call is, and since when; null while the clock stands. */
export async function openTurn(
  reader: Reader,
  meetingId: string,
): Promise<{ itemId: string; startedAt: Date } | null> {
  const [open] = await reader
    .select({ itemId: agendaTurns.itemId, startedAt: agendaTurns.startedAt })
    .from(agendaTurns)
    .where(and(eq(agendaTurns.meetingId, meetingId), isNull(agendaTurns.endedAt)))
  return open ?? null
}

/** The item of the latest turn, open or closed; null when the clock never ran. */
export async function lastTurnItem(reader: Reader, meetingId: string): Promise<string | null> {
  const [last] = await reader
    .select({ itemId: agendaTurns.itemId })
    .from(agendaTurns)
    .where(eq(agendaTurns.meetingId, meetingId))
    .orderBy(desc(agendaTurns.startedAt))
    .limit(1)
  return last?.itemId ?? null
}

/** Step: ends the open turn of a meeting, if there is one. Never before it began, whatever a clock says. */
export async function endTurn(tx: Transaction, meetingId: string): Promise<void> {
  await tx
    .update(agendaTurns)
    .set({ endedAt: sql`greatest(${agendaTurns.startedAt}, ${now().toISOString()}::timestamptz)` })
    .where(and(eq(agendaTurns.meetingId, meetingId), isNull(agendaTurns.endedAt)))
}

/** Step: begins a turn. The one before has to be ended. */
export async function beginTurn(
  tx: Transaction,
  turn: { meetingId: string; itemId: string; startedBy: string | null },
): Promise<void> {
  await tx.insert(agendaTurns).values({ ...turn, startedAt: now() })
}
