import type { PgBoss } from "pg-boss"
import type { QueueName } from "@/db/queues"
import { forgetGuestDrafts } from "@/lib/consultations/forget-drafts"
import { forgetUnconfirmed } from "@/lib/error-reports/forget"
import { forgetMails } from "@/lib/mail/forget"
import { forgetRefused } from "@/lib/replies/forget-refused"

const queue: QueueName = "forgetting"

const everyDay = "23 3 * * *"

/** Forgets, once a day and at the start, what is kept for a time only. Any server may do it. */
export async function workForgetting(boss: PgBoss, pollingIntervalSeconds: number): Promise<void> {
  await boss.work(queue, { batchSize: 20, pollingIntervalSeconds }, async () => {
    await forgetUnconfirmed()
    await forgetMails()
    await forgetGuestDrafts()
    await forgetRefused()
  })
  await boss.schedule(queue, everyDay)
  await boss.send(queue, {})
}
