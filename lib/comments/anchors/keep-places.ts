import { and, eq, inArray, ne, type SQL, sql } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { minutesBlocks } from "@/db/schema/live-minutes"
import { agendaItems } from "@/db/schema/meetings"
import { threads } from "@/db/schema/threads"
import { commentLimits, type Quote, type TextRef } from "../model"
import { notifyText } from "../notify"
import { ofText } from "../thread-row"
import { isUnsaid } from "./find-quote"
import { passageColumns } from "./passage-columns"
import type { Passages } from "./passages"

/** What is written of a thread: `isSeen` when whoever reads it sees something else than before. */
type Moved = {
  id: string
  ends: { start: Uint8Array; end: Uint8Array } | null
  stands: boolean
  words: string | null
  /** Of a passage that was quoted before its words arrived. */
  quote: Quote | null
  isSeen: boolean
}

/** Step: lets `passages` know the threads on passages of a text that it does not know yet. */
export async function knowPassages(
  reader: Reader,
  text: TextRef,
  passages: Passages,
  ids?: readonly string[],
): Promise<void> {
  const rows = await reader
    .select(passageColumns)
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
  /**
   * What a section is called, or begins with, that is no item of the agenda: "" where only its words say
   * that it stands, null where it does not. `was` is what it was called before.
   */
  sectionWords: (id: string, was: string) => string | null
  /** Only these threads; without, all of the text. */
  ids?: readonly string[] | undefined
  /** Whether a passage that nobody finds stands in words that are not kept yet. */
  isAhead?: (ends: { start: Uint8Array | null; end: Uint8Array | null }) => boolean
}

/**
 * Step: writes where the threads on a text stand now that it was changed: the ends of passages, what the
 * other places are called (but for threads of a consultation), and since when what a thread is about stands no longer in it. What has not
 * moved is not written. A passage that was quoted before its words arrived says what the text says, once it does.
 */
export async function keepPlaces(
  tx: Transaction,
  text: TextRef,
  passages: Passages,
  { isShared, sectionWords, ids: only, isAhead }: Setting,
): Promise<void> {
  const rows = await readPlaces(tx, text, only)
  if (rows.length === 0) return
  const unknown = rows.filter((row) => row.about === "passage" && !passages.has(row.id))
  const ids = unknown.map(({ id }) => id)
  if (ids.length > 0) await knowPassages(tx, text, passages, ids)
  passages.look()
  // Words that came back in a way that could not be followed are looked for by what was quoted.
  const gone = rows.filter(
    (row) => (row.isLost || isUnsaid(row)) && row.about === "passage" && !passages.endsOf(row.id),
  )
  for (const { id } of gone) passages.drop(id)
  if (gone.length > 0)
    await knowPassages(
      tx,
      text,
      passages,
      gone.map(({ id }) => id),
    )
  const moved = rows.flatMap(({ id, about, place, called, was, asked, ...row }): Moved[] => {
    if (about === "passage") {
      const ends = passages.endsOf(id)
      const stands = ends !== null || isAhead?.(row) === true
      const isSame = !isShared || !ends || (same(row.start, ends.start) && same(row.end, ends.end))
      const said = isShared && isUnsaid(row) ? passages.quoteOf(id) : null
      const quote = said && !isUnsaid(said) ? said : null
      const isKept = isSame && row.isLost === !stands && quote === null
      const found = isShared ? ends : null
      return isKept ? [] : [{ id, ends: found, stands, words: null, quote, isSeen: true }]
    }
    const said = called ?? (about === "section" ? sectionWords(place ?? "", was) : null)
    // A thread of a consultation is about what that asked, whatever its place is called afterwards.
    const words = asked ? was : said?.trim().slice(0, commentLimits.quote) || was
    const isSeen = (said === null) !== row.isLost
    const isKept = !isSeen && words === was
    return isKept ? [] : [{ id, ends: null, stands: said !== null, words, quote: null, isSeen }]
  })
  if (moved.length === 0) return
  const values = moved.map(
    ({ id, ends, stands, words, quote }) =>
      sql`(${id}::uuid, ${ends?.start ?? null}::bytea, ${ends?.end ?? null}::bytea, ${stands}::boolean, ${words}::text,
        ${quote?.quote.slice(0, commentLimits.quote) ?? null}::text, ${quote?.before ?? null}::text, ${quote?.after ?? null}::text)`,
  )
  await tx.execute(sql`
    update threads set
      anchor_start = coalesce(now.start, anchor_start),
      anchor_end = coalesce(now.stop, anchor_end),
      was_about = coalesce(now.words, was_about),
      quote = coalesce(now.quote, threads.quote),
      quote_before = coalesce(now.before, quote_before),
      quote_after = coalesce(now.after, quote_after),
      lost_at = case when not now.stands then coalesce(lost_at, clock_timestamp()) end
    from (values ${sql.join(values, sql`, `)}) as now (id, start, stop, stands, words, quote, before, after)
    where threads.id = now.id`)
  const arrived = moved.flatMap(({ id, quote }) => (quote ? id : []))
  for (const id of arrived) passages.drop(id)
  if (arrived.length > 0) await knowPassages(tx, text, passages, arrived)
  // Nobody reads the threads anew because somebody goes on writing in an action.
  if (moved.some(({ isSeen }) => isSeen)) await notifyText(tx, text)
}

function same(one: Uint8Array | null, other: Uint8Array): boolean {
  return one !== null && Buffer.compare(one, other) === 0
}

/** Every thread on a place of the text, with what an item or a block of that id is called; null without one. */
function readPlaces(tx: Transaction, text: TextRef, ids: readonly string[] | undefined) {
  const block = sql`(select ${minutesBlocks.words} from ${minutesBlocks} where ${minutesBlocks.meetingId} = ${threads.meetingId} and ${minutesBlocks.id}::text = ${threads.place})`
  const item = sql`(select ${agendaItems.title} from ${agendaItems} where ${agendaItems.meetingId} = ${threads.meetingId} and ${agendaItems.id}::text = ${threads.place})`
  // Minutes always have these two; a document begins with its first heading, where it has one.
  const fixed: SQL =
    text.kind === "minutes" ? sql`${threads.place} in ('opening', 'closing')` : sql`false`
  return tx
    .select({
      id: threads.id,
      about: threads.about,
      place: threads.place,
      start: threads.anchorStart,
      end: threads.anchorEnd,
      isLost: sql<boolean>`${threads.lostAt} is not null`,
      was: threads.wasAbout,
      asked: threads.consultationId,
      quote: threads.quote,
      before: threads.quoteBefore,
      after: threads.quoteAfter,
      called: sql<
        string | null
      >`case when ${threads.about} = 'action' then ${block} when ${threads.about} = 'passage' then null when ${fixed} then '' else ${item} end`,
    })
    .from(threads)
    .where(
      and(
        ofText(text),
        ne(threads.about, "text"),
        ids === undefined ? undefined : inArray(threads.id, [...ids]),
      ),
    )
}
