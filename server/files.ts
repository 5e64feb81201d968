import type { PgBoss } from "pg-boss"
import type { QueueName } from "@/db/queues"
import { findUnmadeEditions, makeEditionFiles } from "@/lib/mapping-files/make"
import { type Filling, fillFiles } from "@/lib/report-files/fill"
import { findUnmade, makeFiles } from "@/lib/report-files/make"

/** Milliseconds for which missing files are made before the rest has its turn. */
const turn = 4000

const fill: QueueName = "files-fill"

const everyHour = "37 * * * *"

/** Whose files are kept, in the order in which the missing ones are made. */
const fillings = {
  reports: { find: findUnmade, make: makeFiles },
  editions: { find: findUnmadeEditions, make: makeEditionFiles },
} satisfies Record<string, Filling>

type Fill = { of?: keyof typeof fillings; after?: string }

/**
 * Makes the files of published versions and frozen editions, one after the other; a failure is tried again,
 * and what is published stays published. Every hour, and at the start, those that any lacks: after an update,
 * or where the tries of a job were used up.
 */
export async function workFiles(
  boss: PgBoss,
  pollingIntervalSeconds: number,
  isStopping: () => boolean,
): Promise<void> {
  await boss.work<{ reportId: string } | { editionId: string }>(
    "files",
    { batchSize: 1, pollingIntervalSeconds },
    async (jobs) => {
      for (const { data } of jobs)
        await ("editionId" in data ? makeEditionFiles(data.editionId) : makeFiles(data.reportId))
    },
  )
  await boss.work<Fill | null>(fill, { batchSize: 1, pollingIntervalSeconds }, async ([job]) => {
    const end = Date.now() + turn
    const isOver = () => isStopping() || Date.now() > end
    const { of = "reports", after: from = null } = job?.data ?? {}
    const after = await fillFiles(fillings[of], isOver, from)
    if (after) await boss.send(fill, { of, after })
    else if (of === "reports") await boss.send(fill, { of: "editions" })
  })
  await boss.schedule(fill, everyHour)
  await boss.send(fill, {})
}
