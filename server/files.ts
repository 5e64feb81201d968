import type { PgBoss } from "pg-boss"
import { findUnmade, makeFiles } from "@/lib/report-files/make"

/**
 * Makes the files of published versions, one version after the other. After an update those of all
 * versions that lack one; a failure is tried again, and what is published stays published.
 */
export async function workFiles(boss: PgBoss, pollingIntervalSeconds: number): Promise<void> {
  await boss.work<{ reportId: string }>(
    "files",
    { batchSize: 1, pollingIntervalSeconds },
    async (jobs) => {
      for (const { data } of jobs) await makeFiles(data.reportId)
    },
  )
  for (const reportId of await findUnmade()) await boss.send("files", { reportId })
}
