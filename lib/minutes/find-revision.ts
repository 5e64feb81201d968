import { and, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { minutesRevisions } from "@/db/schema/minutes"
import type { MinutesText } from "./model"
import { storedText } from "./read-text"

/** The text of one revision, or null. Does not authorize. */
export async function findRevisionText(
  reader: Reader,
  meetingId: string,
  number: number,
): Promise<MinutesText | null> {
  const [row] = await reader
    .select({ text: minutesRevisions.text })
    .from(minutesRevisions)
    .where(and(eq(minutesRevisions.meetingId, meetingId), eq(minutesRevisions.number, number)))
  return row ? storedText(row.text) : null
}
