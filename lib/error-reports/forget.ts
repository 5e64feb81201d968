import { and, isNull, lt } from "drizzle-orm"
import { errorReports } from "@/db/schema/corrections"
import { daysFromNow } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { confirmDays } from "./link"

/**
 * Forgets reported errors whose address nobody confirmed while the link was good, whole. For the clock,
 * which calls it at least daily. Resolves to how many were forgotten.
 */
export async function forgetUnconfirmed(): Promise<number> {
  const forgotten = await database()
    .delete(errorReports)
    .where(
      and(isNull(errorReports.confirmedAt), lt(errorReports.createdAt, daysFromNow(-confirmDays))),
    )
    .returning({ id: errorReports.id })
  return forgotten.length
}
