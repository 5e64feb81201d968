import type { PgBoss } from "pg-boss"
import { askQueuedLinks } from "@/lib/reactions/ask-links"
import { areLinksDue, fillLinks } from "@/lib/reactions/fill-links"

/** Milliseconds for which links are read before the rest has its turn. */
const turn = 4000

/**
 * Asks whether links still lead somewhere, and after an update reads those of every text that stands:
 * that stops with the worker and goes on with the next one.
 */
export async function workLinks(
  boss: PgBoss,
  pollingIntervalSeconds: number,
  isStopping: () => boolean,
): Promise<void> {
  await boss.work<{ url: string }>("links", { batchSize: 8, pollingIntervalSeconds }, (jobs) =>
    askQueuedLinks(jobs.map(({ data }) => data.url)),
  )
  await boss.work("links-fill", { batchSize: 1, pollingIntervalSeconds }, async () => {
    const end = Date.now() + turn
    if (await fillLinks(() => isStopping() || Date.now() > end)) await boss.send("links-fill", {})
  })
  if (await areLinksDue()) await boss.send("links-fill", {})
}
