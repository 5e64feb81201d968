import { and, eq, inArray, isNotNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { recordNames } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import type { ReportContent } from "@/lib/reports/model"
import { erasuresFrom } from "./keep-names"
import { knownNames, peopleAt } from "./known-names"
import { openContent } from "./open-content"
import { namedIn, sealerFor } from "./seal"

/**
 * Step: the content of a further version of a report as readers will see it: without those who were erased
 * from the versions before, whom the minutes still name. The caller keeps erasures away.
 */
export async function asItWillBeRead(
  tx: Transaction,
  meetingId: string,
  content: ReportContent,
): Promise<ReportContent> {
  const rows = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(eq(reports.meetingId, meetingId))
  const earlier = rows.map(({ id }) => id)
  const { subjectId, erasedAt } = recordNames
  const gone = and(inArray(subjectId, earlier), isNotNull(erasedAt))
  if ((await tx.$count(recordNames, gone)) === 0) return content
  const erasureOf = await erasuresFrom(tx, earlier)
  const there = await peopleAt(tx, meetingId)
  const sealer = sealerFor(content, await knownNames(tx, there, namedIn(content)))
  const sealed = { ...sealer.seal(content), names: {}, desk: "" }
  const names = sealer
    .names()
    .map((each) => [each.key, erasureOf(each) ? null : each.name] as const)
  return openContent(sealed, new Map(names))
}
