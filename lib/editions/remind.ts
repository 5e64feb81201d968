import { and, asc, desc, eq, gt, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { events } from "@/db/schema/activity"
import { editions } from "@/db/schema/editions"
import { mappingRows, mappings } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import { holdMapping } from "@/lib/mapping/hold"
import type { Actor } from "@/lib/platform/actor"
import { daysFromNow, now } from "@/lib/platform/clock"
import { database, transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { REMIND_AGAIN_DAYS } from "./due"

const clock: Actor = { kind: "system", command: "clock" }

/**
 * Notes for each mapping whose next edition is due that it is, once a month until somebody freezes it;
 * co-chairs are told by what follows from the event. A table without rows is never due.
 */
export async function remindOfEditions(): Promise<void> {
  for (const { id } of await findDue(database())) await remindOne(id)
}

async function remindOne(mappingId: string): Promise<void> {
  await transaction(async (tx) => {
    const held = await holdMapping(tx, mappingId)
    authorize(clock, "edition.freeze", { groupId: held.groupId })
    // Asked again under the hold: another server may have done it, or a co-chair frozen the edition.
    const [due] = await findDue(tx, mappingId)
    if (!due) return
    await record(tx, {
      name: "edition.due",
      actor: clock,
      groupId: held.groupId,
      subject: { type: "mapping", id: mappingId },
      data: { mandate: held.mandate.title, edition: due.edition },
    })
  })
}

/** `dueAt` in SQL, for all mappings at once; a test holds the two together. */
function findDue(reader: Reader, mappingId?: string): Promise<{ id: string; edition: number }[]> {
  const newest = reader
    .selectDistinctOn([editions.mappingId], {
      mappingId: editions.mappingId,
      number: editions.number,
      frozenAt: editions.frozenAt,
    })
    .from(editions)
    .orderBy(editions.mappingId, desc(editions.number))
    .as("newest")
  const next = sql<number>`coalesce(${newest.number}, 0) + 1`
  const since = sql`coalesce(${newest.frozenAt}, ${mappings.createdAt})`
  const due = sql`(${since} at time zone 'UTC' + make_interval(months => ${mappings.months})) at time zone 'UTC'`
  const told = reader
    .select({ one: sql`1` })
    .from(events)
    .where(
      and(
        ...[eq(events.subjectType, "mapping"), eq(events.subjectId, sql`${mappings.id}::text`)],
        ...[eq(events.name, "edition.due"), gt(events.at, daysFromNow(-REMIND_AGAIN_DAYS))],
        sql`(${events.data} ->> 'edition')::int = ${next}`,
      ),
    )
  const rows = reader
    .select({ one: sql`1` })
    .from(mappingRows)
    .where(and(eq(mappingRows.mappingId, mappings.id), sql`${mappingRows.retiredAt} is null`))
  return reader
    .select({ id: mappings.id, edition: next.mapWith(Number) })
    .from(mappings)
    .leftJoin(newest, eq(newest.mappingId, mappings.id))
    .where(
      and(
        mappingId ? eq(mappings.id, mappingId) : undefined,
        sql`${due} <= ${now().toISOString()}::timestamptz`,
        sql`exists ${rows}`,
        sql`not exists ${told}`,
      ),
    )
    .orderBy(asc(mappings.id))
}
