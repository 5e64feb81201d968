import { setTimeout as wait } from "node:timers/promises"
import { and, desc, eq, type SQL, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { importBatches, importFiles } from "@/db/schema/imports"
import { people } from "@/db/schema/people"
import { getDeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { type Page, pageOf } from "@/lib/platform/pages"
import { authorize } from "@/lib/policy/can"
import { isCounted, isOpen, isReport, isTaken, kinds, openOf } from "./kinds"
import { countWaiting } from "./waiting"

/** How far a batch is; all but the last three count files. */
export type BatchProgress = {
  files: number
  waiting: number
  refused: number
  /** Reports with an open error. */
  errors: number
  /** Reports with an open warning and no error. */
  warnings: number
  /** Both: reports to be looked at before they are saved. */
  unsure: number
  /** Reports with neither: notes alone can wait. */
  ready: number
  /** Texts that are no report of a meeting, to be taken as documents. */
  documents: number
  /** Asked to be saved, and not saved yet. */
  saving: number
  /** Could not be saved when that was asked. */
  notSaved: number
  saved: number
  /** Saved with a finding that nobody had answered, and not published yet. */
  savedOpen: number
  discarded: number
  /** Open reports that print no number, and for which one was counted that nobody has taken yet. */
  counted: number
  /** Findings of open reports that nobody has answered. */
  unsettled: number
  paused: boolean
  /** Who paused it. */
  pausedBy: string | null
}

/** What stands for the numbers that are counted for a batch and not taken, each with its report. */
export async function proposalOf(reader: Reader, batchId: string): Promise<string> {
  const each = sql`${importFiles.id}::text || ' ' || (${importFiles.read}->'settled'->'reason'->>'number')`
  const all = sql`coalesce(string_agg(${each}, ',' order by ${importFiles.id}), '')`
  const [row] = await reader
    .select({ proposal: sql<string>`encode(sha256(convert_to(${all}, 'UTF8')), 'hex')` })
    .from(importFiles)
    .where(and(eq(importFiles.batchId, batchId), isCounted))
  return row?.proposal ?? ""
}

const number = (which?: SQL) =>
  sql<number>`count(${importFiles.id}) ${which ? sql`filter (where ${which})` : sql``}`.mapWith(
    Number,
  )

const counts = {
  files: number(),
  waiting: number(kinds.waiting),
  refused: number(kinds.refused),
  documents: number(kinds.documents),
  saving: number(kinds.saving),
  notSaved: number(kinds.notSaved),
  saved: number(kinds.saved),
  savedOpen: number(kinds.savedOpen),
  discarded: number(kinds.discarded),
  counted: number(isCounted),
}

/** The errors of a row: a number that another has is one of them. A gap in the numbers is only said. */
const errors = sql`(${openOf.error} + case when ${isTaken} then 1 else 0 end)`
const found = sql`${errors} + ${openOf.warning} + ${openOf.note}`

const looked = {
  errors: number(kinds.errors),
  warnings: number(kinds.warnings),
  unsure: number(kinds.unsure),
  ready: number(kinds.ready),
  unsettled: sql<number>`coalesce(sum(${found}) filter (where ${isReport}), 0)`.mapWith(Number),
}

/** How far a batch is. `not_found` when the group has no such batch. */
export async function getProgress(
  actor: Actor,
  slug: string,
  batchId: string,
): Promise<BatchProgress> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "import.read", { groupId: group.id })
  if (!/^[0-9a-f-]{36}$/.test(batchId)) throw notFound()
  const [row] = await database()
    .select({
      ...counts,
      ...looked,
      pausedAt: importBatches.pausedAt,
      pausedBy: people.name,
    })
    .from(importBatches)
    .leftJoin(importFiles, eq(importFiles.batchId, importBatches.id))
    .leftJoin(people, eq(people.id, importBatches.pausedBy))
    .where(and(eq(importBatches.id, batchId), eq(importBatches.groupId, group.id)))
    .groupBy(importBatches.id, people.name)
  if (!row) throw notFound()
  const { pausedAt, ...rest } = row
  return { ...rest, paused: pausedAt !== null }
}

export type BatchLine = {
  id: string
  at: Date
  by: string | null
  files: number
  waiting: number
  refused: number
  open: number
  saved: number
  paused: boolean
}

/** How many batches a page shows. */
const batchesPage = 50

/** A page of the batches of a group, the newest first, with how far each is. */
export async function listBatches(
  actor: Actor,
  groupId: string,
  page = 1,
): Promise<Page<BatchLine>> {
  authorize(actor, "import.read", { groupId })
  const rows = await database()
    .select({
      id: importBatches.id,
      at: importBatches.createdAt,
      by: people.name,
      pausedAt: importBatches.pausedAt,
      files: counts.files,
      waiting: counts.waiting,
      refused: counts.refused,
      open: number(isOpen),
      saved: counts.saved,
    })
    .from(importBatches)
    .leftJoin(importFiles, eq(importFiles.batchId, importBatches.id))
    .leftJoin(people, eq(people.id, importBatches.broughtInBy))
    .where(eq(importBatches.groupId, groupId))
    .groupBy(importBatches.id, people.name)
    .orderBy(desc(importBatches.createdAt), desc(importBatches.id))
    .limit(batchesPage + 1)
    .offset((page - 1) * batchesPage)
  const { lines, more } = pageOf(rows, batchesPage)
  return {
    lines: lines.map(({ pausedAt, ...line }) => ({ ...line, paused: pausedAt !== null })),
    more,
  }
}

/** Resolves when no file of a batch waits to be read or saved, or after so many milliseconds. */
export async function worksWithin(batchId: string, most: number): Promise<void> {
  for (const end = Date.now() + most; Date.now() < end; await wait(60)) {
    if ((await countWaiting(database(), batchId)) > 0) continue
    const [row] = await database()
      .select({ saving: counts.saving })
      .from(importFiles)
      .where(eq(importFiles.batchId, batchId))
    if (!row?.saving) return
  }
}
