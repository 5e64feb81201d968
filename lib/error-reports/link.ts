import { and, eq, gt } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { errorReports } from "@/db/schema/corrections"
import type { Actor } from "@/lib/platform/actor"
import { daysFromNow } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { hashOf } from "@/lib/platform/secrets"

/** Days for which the link that confirms a report is good; then the report is forgotten. */
export const confirmDays = 7

/** What a guest may act on: the one report that their link is for. */
export const errorSubject = (id: string) => ({ type: "error-report", id })

/** The reported error that a mailed link stands for, or null when the link is unknown or too old. */
export async function findErrorByLink(
  reader: Reader,
  token: string,
): Promise<typeof errorReports.$inferSelect | null> {
  const [found] = await reader
    .select()
    .from(errorReports)
    .where(
      and(
        eq(errorReports.tokenHash, hashOf(token)),
        gt(errorReports.createdAt, daysFromNow(-confirmDays)),
      ),
    )
  return found ?? null
}

/** Whoever holds a link: the guest of one reported error, or the public when it is good for nothing. */
export async function guestOfLink(token: string): Promise<Actor> {
  const found = await findErrorByLink(database(), token)
  return found
    ? { kind: "guest", subjectType: "error-report", subjectId: found.id }
    : { kind: "public" }
}
