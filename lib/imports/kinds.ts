import { type SQL, sql } from "drizzle-orm"
import { importBatches, importFiles } from "@/db/schema/imports"
import { meetings } from "@/db/schema/meetings"
import { reports } from "@/db/schema/reports"
import type { Finding, Severity } from "@/lib/check/model"

/** How many findings of a file of one gravity nobody has answered yet. */
export const openOf = {
  error: importFiles.openErrors,
  warning: importFiles.openWarnings,
  note: importFiles.openNotes,
} satisfies Record<Severity, unknown>

/** The errors among them, in their order. */
export const openErrors = sql<Finding[]>`(
  select coalesce(jsonb_agg(found.finding order by found.place), '[]')
  from jsonb_array_elements(coalesce(${importFiles.read}->'findings', '[]'))
    with ordinality as found(finding, place)
  where not coalesce(${importFiles.corrected}->'settled', '[]') @> to_jsonb(found.place::int - 1)
    and found.finding->>'severity' = 'error')`

export const isOpen = sql`${importFiles.state} = 'read'`
export const isReport = sql`${isOpen} and ${importFiles.kind} = 'report'`

/**
 * Whether a meeting of the group, or another open report in it, has the number of a report: an error that
 * is found with the whole group in view, and so is not stored with the file. Numbers that stand twice are
 * gathered once for all rows: a thousand files must not each look at a thousand.
 */
export const isTaken = sql`(${importFiles.draftNumber} is not null and (exists (
    select from ${meetings} join ${importBatches} as own on own.group_id = ${meetings.groupId}
    where own.id = ${importFiles.batchId} and ${meetings.number} = ${importFiles.draftNumber})
  or ((select own.group_id from ${importBatches} as own where own.id = ${importFiles.batchId}), ${importFiles.draftNumber}) in (
    select theirs.group_id, other.draft_number
    from ${importFiles} as other join ${importBatches} as theirs on theirs.id = other.batch_id
    where other.state = 'read' and other.kind = 'report' and other.draft_number is not null
    group by 1, 2 having count(*) > 1)))`

const isWrong = sql`(${openOf.error} > 0 or ${isTaken})`

/** What the list of results can be narrowed to; the conditions do not exclude each other. */
export const kinds = {
  waiting: sql`${importFiles.state} = 'waiting'`,
  refused: sql`${importFiles.state} = 'refused'`,
  errors: sql`${isReport} and ${isWrong}`,
  warnings: sql`${isReport} and ${openOf.warning} > 0 and not ${isWrong}`,
  unsure: sql`${isReport} and (${openOf.warning} > 0 or ${isWrong})`,
  ready: sql`${isReport} and ${openOf.warning} = 0 and not ${isWrong}`,
  documents: sql`${isOpen} and ${importFiles.kind} = 'document'`,
  saving: sql`${isOpen} and ${importFiles.settledAt} is not null`,
  notSaved: sql`${isOpen} and ${importFiles.isNotSaved}`,
  saved: sql`${importFiles.state} = 'saved'`,
  /** Saved as minutes that are not published yet, with a finding that nobody had answered by then. */
  savedOpen: sql`${importFiles.state} = 'saved'
    and ${openOf.error} + ${openOf.warning} + ${openOf.note} > 0
    and ${importFiles.meetingId} is not null
    and not exists (select from ${reports} where ${reports.meetingId} = ${importFiles.meetingId})`,
  discarded: sql`${importFiles.state} = 'discarded'`,
} satisfies Record<string, SQL>

export type Kind = keyof typeof kinds

/** Open reports with a number that was counted and not taken. */
export const isCounted = sql`${isReport} and ${importFiles.draftNumber} is null
  and ${importFiles.read}->'settled'->'reason'->>'kind' = 'counted'`
