import { migrate } from "@/db/migrate"
import { takeInPublished } from "@/lib/record/take-in"

/** Brings a database to this version's shape, and what earlier versions published onto the ledger. */
export async function bringUpToDate(ownerUrl: string, appUrl: string): Promise<void> {
  await migrate(ownerUrl, appUrl)
  await takeInPublished(ownerUrl)
}
