import { and, eq, inArray, ne, sql } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { minutesBlocks } from "@/db/schema/live-minutes"
import { agendaItems } from "@/db/schema/meetings"
import { threads } from "@/db/schema/threads"
import type { TextRef } from "../model"
import { notifyText } from "../notify"
import { ofText } from "../thread-row"
import type { Passages } from "./passages"

/** Step: lets `passages` know the threads on passages of a text that it does not know yet. */
export async function knowPassages(
  reader: Reader,
  text: TextRef,
  passages: Passages,
  ids?: readonly string[],
): Promise<void> {
  const rows = await reader
    .select({
      id: threads.id,
      place: threads.place,
      start: threads.anchorStart,
      end: threads.anchorEnd,
      quote: threads.quote,
      before: threads.quoteBefore,
      after: threads.quoteAfter,
    })
    .from(threads)
    .where(
      and(
        ofText(text),
        eq(threads.about, "passage"),
        ids === undefined ? undefined : inArray(threads.id, [...ids]),
      ),
    )
  for (const { id, place, ...anchor } of rows) {
    if (place !== null && !passages.has(id)) passages.put(id, place, anchor)
  }
}

type Setting = {
  /** The document is the one in which everybody writes, so that ends in it hold. */
  isShared: boolean
  /** Whether a section stands that is no item of the agenda. */
  hasSection: (id: string) => boolean
}

/**
 * Step: writes where the threads on a text stand now that it was changed: the ends of passages, and
 * since when what a thread is about stands no longer in it. What has not moved is not written.
 */
export async function keepPlaces(
  tx: Transaction,
  text: TextRef,
  passages: Passages,
  { isShared, hasSection }: Setting,
): Promise<void> {
  const rows = await readPlaces(tx, text)
  if (rows.length === 0) return
  const unknown = rows.filter((row) => row.about === "passage" && !passages.has(row.id))
  const ids = unknown.map(({ id }) => id)
  if (ids.length > 0) await knowPassages(tx, text, passages, ids)
  passages.look()
  // Words that came back in a way that could not be followed are looked for by what was quoted.
  const gone = rows.filter(
    (row) => row.isLost && row.about === "passage" && !passages.endsOf(row.id),
  )
  for (const { id } of gone) passages.drop(id)
  if (gone.length > 0)
    await knowPassages(
      tx,
      text,
      passages,
      gone.map(({ id }) => id),
    )
  const moved = rows.flatMap(({ id, about, place, stands, ...row }) => {
    if (about === "passage") {
      const ends = passages.endsOf(id)
      const isSame = !isShared || !ends || (same(row.start, ends.start) && same(row.end, ends.end))
      const isKept = isSame && row.isLost === (ends === null)
      return isKept ? [] : [{ id, ends: isShared ? ends : null, stands: ends !== null }]
    }
    const isThere = stands || (about === "section" && hasSection(place ?? ""))
    return isThere === row.isLost ? [{ id, ends: null, stands: isThere }] : []
  })
  if (moved.length === 0) return
  const values = moved.map(
    ({ id, ends, stands }) =>
      sql`(${id}::uuid, ${ends?.start ?? null}::bytea, ${ends?.end ?? null}::bytea, ${stands}::boolean)`,
  )
  await tx.execute(sql`
    update threads set
      anchor_start = coalesce(now.start, anchor_start),
      anchor_end = coalesce(now.stop, anchor_end),
      lost_at = case when not now.stands then coalesce(lost_at, clock_timestamp()) end
    from (values ${sql.join(values, sql`, `)}) as now (id, start, stop, stands)
    where threads.id = now.id`)
  await notifyText(tx, text)
}

function same(one: Uint8Array | null, other: Uint8Array): boolean {
  return one !== null && Buffer.compare(one, other) === 0
}

/** Every thread on a place of the text, with whether an item or a block of that id stands in it. */
function readPlaces(tx: Transaction, text: TextRef) {
  const hasBlock = sql`exists (select from ${minutesBlocks} where ${minutesBlocks.meetingId} = ${threads.meetingId} and ${minutesBlocks.id}::text = ${threads.place})`
  const hasItem = sql`exists (select from ${agendaItems} where ${agendaItems.meetingId} = ${threads.meetingId} and ${agendaItems.id}::text = ${threads.place})`
  return tx
    .select({
      id: threads.id,
      about: threads.about,
      place: threads.place,
      start: threads.anchorStart,
      end: threads.anchorEnd,
      isLost: sql<boolean>`${threads.lostAt} is not null`,
      stands: sql<boolean>`case ${threads.about} when 'action' then ${hasBlock} when 'passage' then false else ${threads.place} in ('opening', 'closing') or ${hasItem} end`,
    })
    .from(threads)
    .where(and(ofText(text), ne(threads.about, "text")))
}
