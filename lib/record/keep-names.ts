import { and, desc, eq, isNotNull, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { recordNames } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import type { SealedName } from "./seal"

/**
 * Step: puts the names of a version beside it. Whoever was erased from an earlier version of the same meeting
 * is erased from this one as it is written: a correction does not bring a name back.
 */
export async function keepNames(
  tx: Transaction,
  version: { reportId: string; meetingId: string },
  names: readonly SealedName[],
): Promise<void> {
  const { reportId, meetingId } = version
  const erased = await erasedFrom(tx, meetingId)
  const rows = names.map((each) => {
    const as = erased.get(`${each.personId}`) ?? erased.get(`${each.personId} ${each.key[0]}`)
    return { ...each, reportId, ...(as && { ...as, name: null, salt: null }) }
  })
  // A statement takes 65,535 parameters; a row here has eight.
  for (let at = 0; at < rows.length; at += 5000)
    await tx.insert(recordNames).values(rows.slice(at, at + 5000))
}

type Erasure = Pick<typeof recordNames.$inferSelect, "erasedAt" | "erasedBy" | "erasedBecause">

/**
 * Who was erased from a version of a meeting's report, and how: people by their ids; of whom only what they
 * were called was erased by the id and the first letter of its key.
 */
async function erasedFrom(tx: Transaction, meetingId: string): Promise<Map<string, Erasure>> {
  const { personId, key, erasedAt, erasedBy, erasedBecause } = recordNames
  const kind = sql<string>`left(${key}, 1)`
  const rows = await tx
    .selectDistinctOn([personId, kind], { personId, kind, erasedAt, erasedBy, erasedBecause })
    .from(recordNames)
    .innerJoin(reports, eq(reports.id, recordNames.reportId))
    .where(and(eq(reports.meetingId, meetingId), isNotNull(erasedAt), isNotNull(personId)))
    .orderBy(personId, kind, desc(erasedAt))
  return new Map(
    rows.map(({ personId: id, kind, ...how }) => [kind === "p" ? `${id}` : `${id} ${kind}`, how]),
  )
}
