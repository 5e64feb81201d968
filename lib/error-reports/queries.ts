import { and, count, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { errorReports } from "@/db/schema/corrections"
import { people } from "@/db/schema/people"
import { reports } from "@/db/schema/reports"
import { getDeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { findFactsOf } from "@/lib/reports/state-queries"
import { mayMove, stateOf } from "@/lib/reports/status"
import type { KeptAnswer } from "./input"

/** How many reported errors a page shows. */
export const errorsPage = 100

/** A reported error as co-chairs see it; never the address of whoever reported it. */
export type ReportedError = {
  id: string
  meetingId: string
  number: number
  version: number
  /** The anchor of the paragraph; "" for the whole report. */
  place: string
  quote: string
  message: string
  name: string
  confirmedAt: Date
  answer: { answer: KeptAnswer; reply: string; by: string; at: Date } | null
  /** Whether a correction was begun because of it. */
  tied: boolean
  /** The newest version, and whether a correction of it may be begun now. */
  newest: number
  newestWithdraws: boolean
  mayCorrect: boolean
}

/**
 * The errors that were reported of a group's reports, the newest first, a page of them; those without an
 * answer, or all. `before` is the id of the last one that was seen.
 */
export async function listErrors(
  actor: Actor,
  slug: string,
  { all = false, before }: { all?: boolean; before?: string | undefined } = {},
): Promise<ReportedError[]> {
  const { id: groupId } = await getDeskGroup(actor, slug)
  authorize(actor, "error.answer", { groupId })
  const open = all ? undefined : isNull(errorReports.answer)
  return readErrors(groupId, and(open, before ? isOlder(groupId, before) : undefined))
}

const isOlder = (groupId: string, id: string) =>
  sql`(${errorReports.createdAt}, ${errorReports.id}) < (select seen.created_at, seen.id
    from ${errorReports} seen where seen.id = ${id} and seen.group_id = ${groupId})`

async function readErrors(groupId: string, which: SQL | undefined): Promise<ReportedError[]> {
  const answerer = alias(people, "answerer")
  const rows = await database()
    .select({
      error: errorReports,
      number: reports.number,
      version: reports.version,
      by: answerer.name,
    })
    .from(errorReports)
    .innerJoin(reports, eq(reports.id, errorReports.reportId))
    .leftJoin(answerer, eq(answerer.id, errorReports.answeredBy))
    .where(and(eq(errorReports.groupId, groupId), isNotNull(errorReports.confirmedAt), which))
    .orderBy(desc(errorReports.createdAt), desc(errorReports.id))
    .limit(errorsPage)
  const facts = await findFactsOf(
    database(),
    rows.map(({ error }) => error.meetingId),
  )
  return rows.map(({ error, number, version, by }) => {
    const known = facts.get(error.meetingId)
    const { answer, reply, answeredAt, confirmedAt } = error
    return {
      ...{ id: error.id, meetingId: error.meetingId, number, version },
      ...{ place: error.place, quote: error.quote, message: error.message, name: error.name },
      confirmedAt: confirmedAt ?? error.createdAt,
      answer: answer && answeredAt ? { answer, reply, by: by ?? "", at: answeredAt } : null,
      tied: error.correctionId !== null,
      newest: known?.versions ?? version,
      newestWithdraws: known?.withdrawn ?? false,
      mayCorrect: known !== undefined && mayMove(stateOf(known), "beginCorrection"),
    }
  })
}

/** How many reported errors of a meeting's report wait for an answer; for co-chairs. */
export async function countWaitingErrors(
  actor: Actor,
  { id, groupId }: { id: string; groupId: string },
): Promise<number> {
  authorize(actor, "error.answer", { groupId })
  const [row] = await database()
    .select({ n: count() })
    .from(errorReports)
    .where(
      and(
        eq(errorReports.groupId, groupId),
        eq(errorReports.meetingId, id),
        isNotNull(errorReports.confirmedAt),
        isNull(errorReports.answer),
      ),
    )
  return row?.n ?? 0
}

/** A reported error of a meeting for the form that begins a correction because of it. */
export async function getErrorForCorrection(
  actor: Actor,
  slug: string,
  meetingId: string,
  errorId: string,
): Promise<ReportedError> {
  const { id: groupId } = await getDeskGroup(actor, slug)
  authorize(actor, "error.answer", { groupId })
  const [found] = await readErrors(
    groupId,
    and(
      isNull(errorReports.answer),
      eq(errorReports.id, errorId),
      eq(errorReports.meetingId, meetingId),
    ),
  )
  if (!found) throw notFound()
  return found
}
