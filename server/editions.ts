import type { PgBoss } from "pg-boss"
import type { QueueName } from "@/db/queues"
import { remindOfEditions } from "@/lib/editions/remind"

const queue: QueueName = "editions"

const everyHour = "7 * * * *"

/** Looks every hour, and at the start, which mapping's next edition is due. Any server may do it. */
export async function workEditions(boss: PgBoss, pollingIntervalSeconds: number): Promise<void> {
  await boss.work(queue, { batchSize: 20, pollingIntervalSeconds }, () => remindOfEditions())
  await boss.schedule(queue, everyHour)
  await boss.send(queue, {})
}
