import { and, eq, sql } from "drizzle-orm"
import { threads } from "@/db/schema/threads"
import { type Actor, personOf } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { isId } from "@/lib/platform/ids"
import type { Locale } from "@/lib/platform/locales"
import { authorize, can } from "@/lib/policy/can"
import { mentionable } from "./mentions"
import type { TextRef, ThreadsView } from "./model"
import { type MinutesPlace, readPlaces } from "./read-places"
import { readThreads, type Wanted } from "./read-threads"
import { type CommentedText, findCommentedText } from "./text"
import { textOfThread } from "./thread-row"

/** Which threads of a text somebody wants to see. */
export type ThreadsWanted = Omit<Wanted, "groupId" | "text" | "viewer" | "locale">

/**
 * A page of the threads of a text, with what the reader may do. Refuses as `authorize` does;
 * `not_found` when there is no such text.
 */
export async function listThreads(
  actor: Actor,
  text: TextRef,
  locale: Locale,
  wanted: ThreadsWanted = {},
): Promise<ThreadsView> {
  const found = await findCommentedText(database(), text)
  if (!found) throw notFound()
  const { groupId, noteTakerId, responsibleId } = found
  authorize(actor, "comment.read", { groupId })
  const personId = personOf(actor)
  const may = {
    write: can(actor, "comment.write", { groupId }),
    resolve: can(actor, "thread.resolve", { groupId, noteTakerId, responsibleId }),
    hide: can(actor, "comment.hide", { groupId }),
  }
  const viewer = { author: personId === null ? null : { personId }, moderates: may.hide }
  const order = wanted.order ?? (await orderOf(text))
  const [read, people] = await Promise.all([
    readThreads(database(), { ...wanted, order, groupId, text, viewer, locale }),
    mentionable(database(), groupId),
  ])
  return { ...read, may, people }
}

/** The ids of what a text is made of, in its order, for its threads to follow. */
async function orderOf(text: TextRef): Promise<string[]> {
  if (text.kind === "document") return []
  return (await readPlaces(database(), text.meetingId)).map(({ place }) => place)
}

/** What can be commented on in the minutes of a meeting, for whoever may read the comments. */
export async function minutesPlaces(actor: Actor, meetingId: string): Promise<MinutesPlace[]> {
  await getText(actor, { kind: "minutes", meetingId })
  return readPlaces(database(), meetingId)
}

/** A text whose threads the actor may read. Refuses as `authorize` does; `not_found` without the text. */
export async function getText(actor: Actor, text: TextRef): Promise<CommentedText> {
  const found = await findCommentedText(database(), text)
  if (!found) throw notFound()
  authorize(actor, "comment.read", { groupId: found.groupId })
  return found
}

/** The text that a thread of a group is about, for whoever may read it. `not_found` when there is no such thread. */
export async function getThreadText(
  actor: Actor,
  groupId: string,
  threadId: string,
): Promise<CommentedText> {
  const [thread] = isId(threadId)
    ? await database()
        .select({ meetingId: threads.meetingId, documentId: threads.documentId })
        .from(threads)
        .where(and(eq(threads.id, threadId), eq(threads.groupId, groupId)))
    : []
  if (!thread) throw notFound()
  return getText(actor, textOfThread(thread))
}

export type PlaceCount = { place: string | null; threads: number; open: number }

/** How many threads the minutes of a meeting have, and how many of them are open, by place. */
export async function countThreads(actor: Actor, meetingId: string): Promise<PlaceCount[]> {
  await getText(actor, { kind: "minutes", meetingId })
  return database()
    .select({
      place: threads.place,
      threads: sql<number>`count(*)::int`,
      open: sql<number>`(count(*) filter (where ${threads.state} = 'open'))::int`,
    })
    .from(threads)
    .where(eq(threads.meetingId, meetingId))
    .groupBy(threads.place)
}
