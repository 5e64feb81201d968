import { and, desc, eq, gt, inArray, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappingChanges } from "@/db/schema/mapping"
import { type Actor, personOf } from "@/lib/platform/actor"

const { rowId, change, field, authorId, way } = mappingChanges

/** Step: those of some rows to which anybody but the actor did something after change `since`. */
export async function findTouched(
  tx: Transaction,
  actor: Actor,
  { rowIds, since }: { rowIds: readonly string[]; since: number },
): Promise<ReadonlySet<string>> {
  const isOthers = sql`${authorId} is distinct from ${personOf(actor)}::uuid`
  const rows = await tx
    .selectDistinct({ rowId })
    .from(mappingChanges)
    .where(and(inArray(rowId, [...rowIds]), gt(change, since), isOthers))
  return new Set(rows.flatMap((row) => row.rowId ?? []))
}

/** Step: those of some rows that were retired last by the actor, and by taking something back. */
export async function findTakenBack(
  tx: Transaction,
  actor: Actor,
  rowIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectDistinctOn([rowId], { rowId, authorId, way })
    .from(mappingChanges)
    .where(and(inArray(rowId, [...rowIds]), eq(field, "retired")))
    .orderBy(rowId, desc(change))
  const me = personOf(actor)
  return new Set(
    rows.flatMap((row) =>
      row.rowId && row.way === "undo" && row.authorId === me && me !== null ? row.rowId : [],
    ),
  )
}
