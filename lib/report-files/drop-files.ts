import { inArray } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { reportFiles } from "@/db/schema/record"
import { enqueueAll } from "@/lib/platform/jobs"

/**
 * Step: throws away the files of versions and has them made again, because what they say is no longer
 * said. Call it in the transaction that changes it, behind the change.
 */
export async function dropFiles(tx: Transaction, reportIds: readonly string[]): Promise<void> {
  if (reportIds.length === 0) return
  await tx.delete(reportFiles).where(inArray(reportFiles.reportId, [...reportIds]))
  await queueFiles(tx, reportIds)
}

/** Step: has the files of versions made that are not there. */
export async function queueFiles(tx: Transaction, reportIds: readonly string[]): Promise<void> {
  await enqueueAll(
    tx,
    "files",
    reportIds.map((reportId) => ({ reportId })),
  )
}
