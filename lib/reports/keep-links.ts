import { desc, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { reports } from "@/db/schema/reports"
import { keepPublished } from "@/lib/links/keep"
import { spokenUnder } from "@/lib/minutes/speaks-of"
import { reportContent } from "./model"

/**
 * Step: makes what is known in public of the links of a meeting's report equal to its newest version.
 * Returns whether that changed anything. One in a form that is not known is passed over.
 */
export async function keepReportLinks(
  tx: Transaction,
  { groupId, meetingId }: { groupId: string; meetingId: string },
): Promise<boolean> {
  const [newest] = await tx
    .select({ content: reports.content })
    .from(reports)
    .where(eq(reports.meetingId, meetingId))
    .orderBy(desc(reports.version))
    .limit(1)
  const { data } = reportContent.safeParse(newest?.content)
  if (!data) return false
  const spoken = data.sections.flatMap(({ content }) => spokenUnder(content))
  return keepPublished(tx, { groupId, meetingId }, spoken)
}
