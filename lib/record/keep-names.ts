import { and, desc, inArray, isNotNull, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { recordNames } from "@/db/schema/record"
import type { EntryKind } from "./model"
import type { SealedName } from "./seal"

/**
 * Step: puts the names of a version beside it. Whoever was erased from one of `earlier` versions of the same
 * text (their ids) is erased from this one as it is written: a later version does not bring a name back.
 */
export async function keepNames(
  tx: Transaction,
  version: { kind: EntryKind; id: string; earlier: readonly string[] },
  names: readonly SealedName[],
): Promise<void> {
  const { kind, id: subjectId, earlier } = version
  const erased = await erasedFrom(tx, earlier)
  const rows = names.map((each) => {
    const as = erased.get(`${each.personId}`) ?? erased.get(`${each.personId} ${each.key[0]}`)
    return { ...each, kind, subjectId, ...(as && { ...as, name: null, salt: null }) }
  })
  // A statement takes 65,535 parameters; a row here has nine.
  for (let at = 0; at < rows.length; at += 5000)
    await tx.insert(recordNames).values(rows.slice(at, at + 5000))
}

type Erasure = Pick<typeof recordNames.$inferSelect, "erasedAt" | "erasedBy" | "erasedBecause">

/**
 * Who was erased from these versions, and how: people by their ids; of whom only what they were called was
 * erased by the id and the first letter of its key.
 */
async function erasedFrom(
  tx: Transaction,
  versions: readonly string[],
): Promise<Map<string, Erasure>> {
  if (versions.length === 0) return new Map()
  const { personId, key, erasedAt, erasedBy, erasedBecause } = recordNames
  const kind = sql<string>`left(${key}, 1)`
  const rows = await tx
    .selectDistinctOn([personId, kind], { personId, kind, erasedAt, erasedBy, erasedBecause })
    .from(recordNames)
    .where(
      and(inArray(recordNames.subjectId, [...versions]), isNotNull(erasedAt), isNotNull(personId)),
    )
    .orderBy(personId, kind, desc(erasedAt))
  return new Map(
    rows.map(({ personId: id, kind, ...how }) => [kind === "p" ? `${id}` : `${id} ${kind}`, how]),
  )
}
