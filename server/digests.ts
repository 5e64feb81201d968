import type { PgBoss } from "pg-boss"
import type { DigestTempo } from "@/lib/notices/model"
import { queueDueDigests, writeDigest } from "@/lib/reactions/write-digest"

/** Without a person: look who should have one by now. */
type DigestJob = { personId: string; tempo: DigestTempo; since: string }

const everyFiveMinutes = "*/5 * * * *"

/** Writes digests when they are due. The schedule stands in the database: of several servers, one asks. */
export async function workDigests(boss: PgBoss, pollingIntervalSeconds: number): Promise<void> {
  await boss.work<DigestJob | null>(
    "digests",
    { batchSize: 1, pollingIntervalSeconds },
    async ([job]) => {
      if (!job?.data?.personId) return queueDueDigests()
      await writeDigest({ ...job.data, since: new Date(job.data.since) })
    },
  )
  await boss.schedule("digests", everyFiveMinutes)
}
