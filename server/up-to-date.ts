import { requeue } from "@/db/backup/requeue"
import { migrate } from "@/db/migrate"
import { takeInPublished } from "@/lib/record/take-in"

/**
 * Brings a database to this version's shape, what earlier versions published onto the ledger, and work that waited
 * in a backup which was brought back here into the queues. Resolves to how many jobs that were.
 */
export async function bringUpToDate(ownerUrl: string, appUrl: string): Promise<number> {
  await migrate(ownerUrl, appUrl)
  await takeInPublished(ownerUrl)
  return requeue(ownerUrl)
}
