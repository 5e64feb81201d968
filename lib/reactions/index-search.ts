import { and, eq, isNull, sql } from "drizzle-orm"
import type { events } from "@/db/schema/activity"
import { searchFills } from "@/db/schema/search"
import { now } from "@/lib/platform/clock"
import { database, transaction } from "@/lib/platform/database"
import { enqueue } from "@/lib/platform/jobs"
import { rowsTouchedBy } from "@/lib/search/rows-touched"
import { readSource, type Source, sourceOf, sourcesAfter } from "@/lib/search/sources"
import {
  commentsOfGuest,
  commentsOn,
  meetingsPublished,
  membersOf,
  recordsNaming,
} from "@/lib/search/touched"
import { recountWords } from "@/lib/search/vocabulary"
import { writeSource } from "@/lib/search/write-source"

/** Goes up when texts are put into the index in another form, so that everything is written again. */
export const indexForm = 4

/** Records that one turn of filling writes before it notes how far it is. */
const filledAtOnce = 20

type Event = Pick<typeof events.$inferSelect, "id" | "name" | "groupId" | "subjectId"> & {
  subjectType: string
  data: unknown
}

/** The records whose rows in the index may no longer be equal to them after an event. */
export async function sourcesTouchedBy(event: Event): Promise<Source[]> {
  const { name, subjectType: type, subjectId: id, groupId } = event
  const data = event.data as Partial<Record<"comment" | "person" | "merged" | "guestId", unknown>>
  const found: Source[] = []
  const own = readSource(`${type}:${id}`)
  if (own) found.push(sourceOf(own.kind, own.id))
  for (const [kind, about] of [
    ["comment", data.comment],
    ["person", data.person],
    ["person", data.merged],
  ] as const)
    if (typeof about === "string") found.push(sourceOf(kind, about))
  // An address or a title that others show, and a name that stands beside their words.
  if (name === "meeting.edited" || name === "document.edited")
    found.push(...(await commentsOn(database(), id)))
  if (name === "person.edited" || name === "person.merged")
    found.push(...(await recordsNaming(database(), id)))
  if (name === "consultation.guestChanged" && typeof data.guestId === "string")
    found.push(...(await commentsOfGuest(database(), data.guestId)))
  if (name === "archive.published") found.push(...(await meetingsPublished(database(), id)))
  if (name === "member.imported" && groupId) found.push(...(await membersOf(database(), groupId)))
  if (name === "edition.frozen") found.push(sourceOf("edition", id))
  if (type === "mapping") found.push(...(await rowsTouchedBy(database(), event.id)))
  return [...new Set(found)]
}

/** Puts what an event touched into the queue of what is written into the index again. */
export async function queueForSearch(event: Event): Promise<void> {
  const sources = await sourcesTouchedBy(event)
  if (sources.length === 0) return
  await transaction(async (tx) => {
    for (const source of sources) await enqueue(tx, "search", { source })
  })
}

/** Writes records into the index, each in a transaction of its own and once, however often it is named. */
export async function indexSources(sources: readonly string[]): Promise<void> {
  for (const source of new Set(sources)) await transaction((tx) => writeSource(tx, source))
}

/** Whether what stands has still to be written into the index in its present form. */
export async function isFillDue(): Promise<boolean> {
  await database().insert(searchFills).values({ form: indexForm }).onConflictDoNothing()
  const rows = await database()
    .select({ form: searchFills.form })
    .from(searchFills)
    .where(and(eq(searchFills.form, indexForm), isNull(searchFills.finishedAt)))
  return rows.length > 0
}

/**
 * Writes everything that stands into the index, once, a few records at a time, and goes on where it
 * stopped. Resolves to whether something is left, when it is over or when `isOver` says so.
 */
export async function fillSearch(isOver: () => boolean): Promise<boolean> {
  while (await isFillDue()) {
    if (isOver()) return true
    const [fill] = await database()
      .select({ upto: searchFills.upto })
      .from(searchFills)
      .where(eq(searchFills.form, indexForm))
    const upto = fill?.upto ?? ""
    // What was counted in another way is counted once in this one, before it is counted on.
    if (!upto) await transaction(recountWords)
    const sources = await sourcesAfter(database(), upto, filledAtOnce)
    await indexSources(sources)
    const last = sources.at(-1)
    // Another server that fills too may be further: then what it noted stays.
    await database()
      .update(searchFills)
      .set(last ? { upto: last } : { finishedAt: now() })
      .where(and(eq(searchFills.form, indexForm), sql`${searchFills.upto} = ${upto}`))
  }
  return false
}
