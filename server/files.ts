import type { PgBoss } from "pg-boss"
import type { QueueName } from "@/db/queues"
import { fillFiles } from "@/lib/report-files/fill"
import { makeFiles } from "@/lib/report-files/make"

/** Milliseconds for which missing files are made before the rest has its turn. */
const turn = 4000

const fill: QueueName = "files-fill"

const everyHour = "37 * * * *"

/**
 * Makes the files of published versions, one version after the other; a failure is tried again, and what is
 * published stays published. Every hour, and at the start, those that any version lacks: after an update, or
 * where the tries of a job were used up.
 */
export async function workFiles(
  boss: PgBoss,
  pollingIntervalSeconds: number,
  isStopping: () => boolean,
): Promise<void> {
  await boss.work<{ reportId: string }>(
    "files",
    { batchSize: 1, pollingIntervalSeconds },
    async (jobs) => {
      for (const { data } of jobs) await makeFiles(data.reportId)
    },
  )
  await boss.work<{ after?: string } | null>(
    fill,
    { batchSize: 1, pollingIntervalSeconds },
    async ([job]) => {
      const end = Date.now() + turn
      const isOver = () => isStopping() || Date.now() > end
      const after = await fillFiles(isOver, job?.data?.after ?? null)
      if (after) await boss.send(fill, { after })
    },
  )
  await boss.schedule(fill, everyHour)
  await boss.send(fill, {})
}
