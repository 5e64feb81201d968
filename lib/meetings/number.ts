import { and, eq, ne, sql } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { meetingFormerNumbers, meetings } from "@/db/schema/meetings"
import { notFound, Refusal } from "@/lib/platform/errors"

/** The number after the highest that any meeting of the group bears or bore; 1 in a new group. */
export async function nextFreeNumber(reader: Reader, groupId: string): Promise<number> {
  const [row] = await reader.execute<{ next: number }>(sql`
    select 1 + greatest(
      coalesce((select max(${meetings.number}) from ${meetings} where ${meetings.groupId} = ${groupId}), 0),
      coalesce((select max(${meetingFormerNumbers.number}) from ${meetingFormerNumbers}
        where ${meetingFormerNumbers.groupId} = ${groupId}), 0)
    ) as next`)
  return Number(row?.next ?? 1)
}

/**
 * Step: holds the numbers of a group until the transaction ends, so that two who take one at the
 * same time come one after the other. Returns the group's slug; `not_found` when there is no group.
 */
export async function lockNumbers(tx: Transaction, groupId: string): Promise<string> {
  const [held] = await tx
    .select({ slug: groups.slug })
    .from(groups)
    .where(eq(groups.id, groupId))
    .for("no key update")
  if (!held) throw notFound()
  return held.slug
}

/**
 * Step, after `lockNumbers`: refuses (`conflict`, at the field `number`) a number that another
 * meeting bears or bore, naming it and the next free one; `data` is `{ next, meetingId }`.
 */
export async function claimNumber(
  tx: Transaction,
  groupId: string,
  number: number,
  own?: string,
): Promise<void> {
  const facts = { id: meetings.id, title: meetings.title, startsAt: meetings.startsAt }
  const other = own ? ne(meetings.id, own) : undefined
  const [holder] = await tx
    .select(facts)
    .from(meetings)
    .where(and(eq(meetings.groupId, groupId), eq(meetings.number, number), other))
  const [former] = await tx
    .select(facts)
    .from(meetingFormerNumbers)
    .innerJoin(meetings, eq(meetings.id, meetingFormerNumbers.meetingId))
    .where(
      and(
        eq(meetingFormerNumbers.groupId, groupId),
        eq(meetingFormerNumbers.number, number),
        other,
      ),
    )
  const found = holder ?? former
  if (!found) return
  const next = await nextFreeNumber(tx, groupId)
  const day = found.startsAt?.toISOString().slice(0, 10)
  const meeting = [found.title, day].filter(Boolean).join(", ")
  throw new Refusal(
    "conflict",
    "fields",
    { number, next, meeting, known: meeting ? "yes" : "no" },
    { number: holder ? "meeting.numberTaken" : "meeting.numberFormer" },
    { next, meetingId: found.id },
  )
}
