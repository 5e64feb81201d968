import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { importBatches, importFiles } from "@/db/schema/imports"
import { meetings } from "@/db/schema/meetings"
import type { Numbered } from "./group-findings"
import { heldAt } from "./held-at"

/** Written out as the indexes have it: they serve no condition with parameters. */
const isOpenReport = sql`${importFiles.state} = 'read' and ${importFiles.kind} = 'report'`
const draftNumber = importFiles.draftNumber
const draftHeld = sql`(${heldAt}) collate "C"`
const meetingDay = sql`to_char(${meetings.startsAt} at time zone 'UTC', 'YYYY-MM-DD')`

type Row = {
  of: string
  id: string
  number: number
  day: string | null
  name: string
  batchId: string | null
}

/**
 * Of the meetings of a group and the open drafts of all its batches those that the rules on numbers look at
 * for some drafts: with the same number, right before and after in time, the next lower number, and the one
 * behind that of the meeting before. By the draft; whatever the group has, a few for each. Does not authorize.
 */
export async function nearNumbers(
  reader: Reader,
  groupId: string,
  drafts: readonly Numbered[],
): Promise<Map<string, Numbered[]>> {
  const asked = drafts.flatMap(({ id, number, heldAt: at }) =>
    number === null ? [] : [{ id, number, day: at?.slice(0, 10) ?? null }],
  )
  const found = new Map<string, Numbered[]>()
  if (asked.length === 0) return found
  const mine = sql`jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as mine(id uuid, number int, day text)`
  const near = await reader.execute<Row>(sql`
    select mine.id as "of", near.* from ${mine} cross join lateral (${nearest(groupId)}) as near`)
  keep(found, near)
  // Only a number that somebody else has asks which one is free behind the meeting before.
  const behind = near.flatMap(({ of, number }) => [{ id: of, number: number + 1, day: null }])
  const isTaken = asked.some(({ id, number }) =>
    found.get(id)?.some((row) => row.number === number),
  )
  if (!isTaken) return found
  const next = sql`jsonb_to_recordset(${JSON.stringify(behind)}::jsonb) as mine(id uuid, number int, day text)`
  keep(
    found,
    await reader.execute<Row>(sql`
      select mine.id as "of", near.* from ${next} cross join lateral (${withNumber(groupId)}) as near`),
  )
  return found
}

function keep(found: Map<string, Numbered[]>, rows: Iterable<Row>): void {
  for (const { of, day, ...row } of rows) {
    const known = found.get(of) ?? []
    if (!known.some(({ id }) => id === row.id)) known.push({ ...row, heldAt: day })
    found.set(of, known)
  }
}

/** Meetings before drafts, as the rules name the first that has a number. */
const withNumber = (groupId: string) => sql`
  ${meetingOf(groupId, sql`${meetings.number} = mine.number`)}
  union all ${draftOf(groupId, sql`${draftNumber} = mine.number`)}`

const nearest = (groupId: string) => sql`
  ${withNumber(groupId)}
  union all ${meetingOf(groupId, sql`${meetingDay} < mine.day`, sql`${meetingDay} desc`)}
  union all ${meetingOf(groupId, sql`${meetingDay} > mine.day`, sql`${meetingDay}`)}
  union all ${meetingOf(groupId, sql`${meetings.number} < mine.number`, sql`${meetings.number} desc`)}
  union all ${draftOf(groupId, sql`${draftHeld} < mine.day`, sql`${draftHeld} desc`)}
  union all ${draftOf(groupId, sql`${draftHeld} > mine.day || '~'`, draftHeld)}
  union all ${draftOf(groupId, sql`${draftNumber} < mine.number`, sql`${draftNumber} desc`)}`

function meetingOf(groupId: string, which: SQL, order: SQL = sql`${meetings.id}`): SQL {
  return sql`(select ${meetings.id} as id, ${meetings.number} as number, ${meetingDay} as day, ${meetings.title} as name, null::uuid as "batchId"
    from ${meetings}
    where ${and(eq(meetings.groupId, groupId), isNotNull(meetings.number), which)}
    order by ${order} limit 1)`
}

function draftOf(groupId: string, which: SQL, order: SQL = sql`${importFiles.id}`): SQL {
  return sql`(select ${importFiles.id} as id, ${draftNumber} as number, left(${heldAt}, 10) as day, ${importFiles.name} as name, ${importFiles.batchId} as "batchId"
    from ${importFiles} join ${importBatches} on ${importBatches.id} = ${importFiles.batchId}
    where ${importBatches.groupId} = ${groupId} and ${isOpenReport} and ${importFiles.id} <> mine.id
      and ${draftNumber} is not null and ${which}
    order by ${order} limit 1)`
}

/** So many open drafts are looked at for the usual hour. */
const looked = 200

/**
 * The hour (UTC, `13:00`) of most meetings of a group and of its drafts, the newest of them; of two as
 * frequent the later one. Null where none is known. Does not authorize.
 */
export async function usualTime(reader: Reader, groupId: string): Promise<string | null> {
  const [row] = await reader.execute<{ time: string }>(sql`
    with started as (
      select to_char(${meetings.startsAt} at time zone 'UTC', 'HH24:MI') as time
        from ${meetings} where ${meetings.groupId} = ${groupId} and ${meetings.startsAt} is not null
      union all select substr(draft->>'startsAt', 12, 5) from (
        select ${importFiles.corrected} as draft
          from ${importFiles} join ${importBatches} on ${importBatches.id} = ${importFiles.batchId}
          where ${importBatches.groupId} = ${groupId} and ${isOpenReport}
          order by ${importBatches.createdAt} desc, ${importFiles.position} limit ${looked}
      ) as drafts where draft->>'startsAt' is not null
    )
    select time from started group by time order by count(*) desc, time desc limit 1`)
  return row?.time ?? null
}
