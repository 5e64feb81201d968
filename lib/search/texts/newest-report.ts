import { desc, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { reports } from "@/db/schema/reports"
import { openVersion } from "@/lib/record/open-content"
import type { ReportContent } from "@/lib/reports/model"

/** The newest published report of a meeting, null when there is none. */
export async function newestReport(
  reader: Reader,
  meetingId: string,
): Promise<ReportContent | null> {
  const [row] = await reader
    .select({ id: reports.id, content: reports.content })
    .from(reports)
    .where(eq(reports.meetingId, meetingId))
    .orderBy(desc(reports.version))
    .limit(1)
  return row ? openVersion(reader, row) : null
}
