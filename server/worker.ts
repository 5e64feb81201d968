import { PgBoss } from "pg-boss"
import { env } from "@/lib/platform/env"
import { log } from "@/lib/platform/log"
import { askQueuedLinks } from "@/lib/reactions/ask-links"
import { reactTo } from "@/lib/reactions/react"
import { closeMail, sendMail } from "@/lib/reactions/send-mail"

/** Seconds between two looks into an empty queue. */
const pollingIntervalSeconds = 0.5

/** Works through what follows from changes. Stopping lets the running jobs finish; the rest waits in the database. */
export async function startWorker(): Promise<{ stop: () => Promise<void> }> {
  const boss = new PgBoss({
    connectionString: env().databaseUrl,
    max: 3,
    migrate: false,
    createSchema: false,
  })
  boss.on("error", (error) => log().error({ error }, "the job queue failed"))
  await boss.start()
  await boss.work<{ eventId: number }>(
    "events",
    { batchSize: 20, pollingIntervalSeconds },
    async (jobs) => {
      for (const job of jobs) await reactTo(job.data.eventId)
    },
  )
  await boss.work<{ mailId: string }>(
    "mail",
    { batchSize: 1, pollingIntervalSeconds },
    async (jobs) => {
      for (const job of jobs) await sendMail(job.data.mailId)
    },
  )
  await boss.work<{ url: string }>("links", { batchSize: 8, pollingIntervalSeconds }, (jobs) =>
    askQueuedLinks(jobs.map(({ data }) => data.url)),
  )
  return {
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 5000 })
      closeMail()
    },
  }
}
