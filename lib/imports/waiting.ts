import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  sql,
} from "drizzle-orm"
import type { Reader } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { events } from "@/db/schema/activity"
import { importBatches, importFiles } from "@/db/schema/imports"
import { database } from "@/lib/platform/database"
import { placesPerFile } from "./arrival"
import type { ImportRefusal } from "./stored"

/** How many files of a batch wait to be read. */
export async function countWaiting(reader: Reader, batchId: string): Promise<number> {
  const [row] = await reader
    .select({ waiting: count() })
    .from(importFiles)
    .where(and(eq(importFiles.batchId, batchId), eq(importFiles.state, "waiting")))
  return row?.waiting ?? 0
}

/** What became of the files of a batch from a position on, in their order, as they were brought in. */
export async function findFrom(batchId: string, position: number) {
  return database()
    .select({
      fileId: importFiles.id,
      revision: importFiles.revision,
      state: importFiles.state,
      kind: importFiles.kind,
      title: sql<string>`coalesce(${importFiles.corrected}->>'title', ${importFiles.name})`,
      refusal: sql<ImportRefusal | null>`${importFiles.refusal}`,
    })
    .from(importFiles)
    .where(
      and(
        eq(importFiles.batchId, batchId),
        gte(importFiles.position, position),
        // What came with a mail stands behind it, in the room that is between two files.
        sql`${importFiles.position} % ${placesPerFile} = 0`,
      ),
    )
    .orderBy(asc(importFiles.position))
}

/** The batches in which a server that died may have left files unread; not those that are paused. */
export async function findUnread(): Promise<string[]> {
  const waiting = database()
    .select({ id: importFiles.id })
    .from(importFiles)
    .where(and(eq(importFiles.batchId, importBatches.id), eq(importFiles.state, "waiting")))
  const rows = await database()
    .select({ id: importBatches.id })
    .from(importBatches)
    .where(and(isNull(importBatches.pausedAt), exists(waiting)))
  return rows.map(({ id }) => id)
}

/**
 * The batches in which drafts are still to be saved, each with the account of whoever asked for that
 * last; not those that are paused.
 */
export async function findUnsaved(): Promise<{ batchId: string; by: string }[]> {
  return database()
    .selectDistinctOn([importBatches.id], { batchId: importBatches.id, by: accounts.id })
    .from(importBatches)
    .innerJoin(importFiles, eq(importFiles.batchId, importBatches.id))
    .innerJoin(events, eq(events.subjectId, sql`${importBatches.id}::text`))
    .innerJoin(accounts, eq(accounts.personId, events.actorId))
    .where(
      and(
        isNull(importBatches.pausedAt),
        eq(importFiles.state, "read"),
        isNotNull(importFiles.settledAt),
        eq(events.subjectType, "import"),
        inArray(events.name, ["import.saveAsked", "import.resumed"]),
      ),
    )
    .orderBy(importBatches.id, desc(events.id))
}

/**
 * The next draft of a batch that was asked to be saved, or null. A draft for which that was asked is
 * still "read", and has the time at which it was asked for in `settledAt`.
 */
export async function findToSave(
  batchId: string,
): Promise<{ fileId: string; revision: number } | null> {
  const [next] = await database()
    .select({ fileId: importFiles.id, revision: importFiles.revision })
    .from(importFiles)
    .innerJoin(importBatches, eq(importBatches.id, importFiles.batchId))
    .where(
      and(
        eq(importFiles.batchId, batchId),
        eq(importFiles.state, "read"),
        isNotNull(importFiles.settledAt),
        isNull(importBatches.pausedAt),
      ),
    )
    .orderBy(asc(importFiles.position))
    .limit(1)
  return next ?? null
}
