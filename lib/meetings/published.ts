import { eq, max } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { reports } from "@/db/schema/reports"

/** The newest published version of a meeting's report, null when there is none. */
export async function publishedVersion(reader: Reader, meetingId: string): Promise<number | null> {
  const [row] = await reader
    .select({ version: max(reports.version) })
    .from(reports)
    .where(eq(reports.meetingId, meetingId))
  return row?.version ?? null
}
