import type { PgBoss } from "pg-boss"
import { fileReply } from "@/lib/replies/file-reply"
import { findUnfiled } from "@/lib/replies/waiting"

type Job = { mailId: string }

/** Files mails that were taken in, one after the other; those that a server left behind are queued again. */
export async function workReplies(boss: PgBoss, pollingIntervalSeconds: number): Promise<void> {
  await boss.work<Job>("inbound", { batchSize: 1, pollingIntervalSeconds }, async (jobs) => {
    for (const job of jobs) await fileReply(job.data.mailId)
  })
  for (const mailId of await findUnfiled()) await boss.send("inbound", { mailId })
}
