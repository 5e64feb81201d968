import { desc, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { people } from "@/db/schema/people"
import { reports } from "@/db/schema/reports"
import { openVersion } from "@/lib/record/open-content"
import type { ReportContent } from "./model"

/** The newest version of a meeting's report, with who published it. */
export type NewestVersion = {
  content: ReportContent
  minutesRevision: number
  publishedAt: Date
  publishedBy: string
}

/** The newest version of a report; null before the first. Does not authorize. */
export async function findNewestVersion(
  reader: Reader,
  meetingId: string,
): Promise<NewestVersion | null> {
  const [row] = await reader
    .select({
      id: reports.id,
      content: reports.content,
      minutesRevision: reports.minutesRevision,
      publishedAt: reports.publishedAt,
      publishedBy: people.name,
    })
    .from(reports)
    .innerJoin(people, eq(people.id, reports.publishedBy))
    .where(eq(reports.meetingId, meetingId))
    .orderBy(desc(reports.version))
    .limit(1)
  if (!row) return null
  const { id, content, ...rest } = row
  return { ...rest, content: await openVersion(reader, { id, content }) }
}
