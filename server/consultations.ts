import type { PgBoss } from "pg-boss"
import type { QueueName } from "@/db/queues"
import { nextTurn, turnConsultations } from "@/lib/consultations/turn"

const queue: QueueName = "consultations"

/** Seconds that a turn looks ahead: somewhat more than the minute after which the next one comes anyway. */
const ahead = 90

/**
 * Opens, reminds and closes by the clock: once a minute, at the very instant that a turn saw coming, after
 * each change of a consultation, and at the start for what was missed meanwhile. Any server may do it.
 */
export async function workConsultations(boss: PgBoss, pollingIntervalSeconds: number) {
  await boss.work(queue, { batchSize: 20, pollingIntervalSeconds }, async () => {
    try {
      await turnConsultations()
    } finally {
      // One that cannot be turned keeps no other from its very instant.
      const next = await nextTurn(ahead)
      if (next) await boss.send(queue, {}, { startAfter: next })
    }
  })
  await boss.schedule(queue, "* * * * *")
  await boss.send(queue, {})
}
