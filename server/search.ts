import type { PgBoss } from "pg-boss"
import { fillSearch, indexSources, isFillDue } from "@/lib/reactions/index-search"

/** Milliseconds for which the index is filled before the rest has its turn. */
const turn = 4000

/**
 * Writes records into the index of the search as they change, and after an update everything that
 * stands: that stops with the worker and goes on with the next one.
 */
export async function workSearch(
  boss: PgBoss,
  pollingIntervalSeconds: number,
  isStopping: () => boolean,
): Promise<void> {
  await boss.work<{ source: string }>("search", { batchSize: 20, pollingIntervalSeconds }, (jobs) =>
    indexSources(jobs.map(({ data }) => data.source)),
  )
  await boss.work("search-fill", { batchSize: 1, pollingIntervalSeconds }, async () => {
    const end = Date.now() + turn
    if (await fillSearch(() => isStopping() || Date.now() > end)) await boss.send("search-fill", {})
  })
  if (await isFillDue()) await boss.send("search-fill", {})
}
