import { PgBoss } from "pg-boss"
import { findUnread, findUnsaved } from "@/lib/imports/waiting"
import { env } from "@/lib/platform/env"
import { log } from "@/lib/platform/log"
import { closeMail } from "@/lib/reactions/hand-over"
import { reactTo } from "@/lib/reactions/react"
import { sendMail } from "@/lib/reactions/send-mail"
import { workConsultations } from "./consultations"
import { workDigests } from "./digests"
import { workEditions } from "./editions"
import { workFiles } from "./files"
import { workForgetting } from "./forgetting"
import { readBatch, saveBatch } from "./imports/work"
import { workReplies } from "./inbound/work"
import { workLinks } from "./links"
import { workSearch } from "./search"

/** Seconds between two looks into an empty queue. */
const pollingIntervalSeconds = 0.5

/** Milliseconds for which one batch is worked on before another has its turn. */
const turn = 4000

/** Seconds that a batch is left alone when the reader of files fails. */
const pause = 30

type ImportJob = {
  batchId: string
  /** The account in whose name drafts are saved. */
  by?: string
}

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
  await workConsultations(boss, pollingIntervalSeconds)
  await workDigests(boss, pollingIntervalSeconds)
  await workEditions(boss, pollingIntervalSeconds)
  await workForgetting(boss, pollingIntervalSeconds)
  await workReplies(boss, pollingIntervalSeconds)
  let stopping = false
  await workFiles(boss, pollingIntervalSeconds, () => stopping)
  await workLinks(boss, pollingIntervalSeconds, () => stopping)
  await workSearch(boss, pollingIntervalSeconds, () => stopping)
  await boss.work<ImportJob>("imports", { batchSize: 1, pollingIntervalSeconds }, async ([job]) => {
    if (!job) return
    const end = Date.now() + turn
    const isOver = () => stopping || Date.now() > end
    const { batchId, by } = job.data
    const left =
      (await readBatch(batchId, isOver)) || (by && (await saveBatch(batchId, by, isOver)))
    if (left) await boss.send("imports", job.data, left === "later" ? { startAfter: pause } : {})
  })
  for (const batchId of await findUnread()) await boss.send("imports", { batchId })
  for (const job of await findUnsaved()) await boss.send("imports", job)
  return {
    stop: async () => {
      stopping = true
      await boss.stop({ graceful: true, timeout: 5000 })
      closeMail()
    },
  }
}
