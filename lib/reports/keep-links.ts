import { desc, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { reports } from "@/db/schema/reports"
import { holdLinks } from "@/lib/links/hold-links"
import { keepPublished } from "@/lib/links/keep"
import { spokenUnder } from "@/lib/minutes/speaks-of"
import { openVersion } from "@/lib/record/open-content"

/**
 * Step: makes what is known in public of the links of a meeting's report equal to its newest version.
 * Returns whether that changed anything.
 */
export async function keepReportLinks(
  tx: Transaction,
  { groupId, meetingId }: { groupId: string; meetingId: string },
): Promise<boolean> {
  await holdLinks(tx, meetingId)
  const [newest] = await tx
    .select({ id: reports.id, content: reports.content })
    .from(reports)
    .where(eq(reports.meetingId, meetingId))
    .orderBy(desc(reports.version))
    .limit(1)
  if (!newest) return false
  const { sections } = await openVersion(tx, newest)
  const spoken = sections.flatMap(({ content }) => spokenUnder(content))
  return keepPublished(tx, { groupId, meetingId }, spoken)
}
