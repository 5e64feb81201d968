import { and, eq, sql } from "drizzle-orm"
import { comments } from "@/db/schema/comments"
import { threads } from "@/db/schema/threads"
import { type Actor, personOf } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { isId } from "@/lib/platform/ids"
import type { Locale } from "@/lib/platform/locales"
import { authorize, can } from "@/lib/policy/can"
import { documentOrder } from "./document-order"
import { mentionable } from "./mentions"
import type { TextRef, ThreadsView } from "./model"
import { consultationsTaking } from "./open-consultation"
import { readPlaces, type TextPlace } from "./read-places"
import { readThreads, type Wanted } from "./read-threads"
import { type CommentedText, findCommentedText } from "./text"
import { ofText, textOfThread } from "./thread-row"

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
  // Of a document the text itself says where each thread stands.
  const places = text.kind === "document" ? [] : await readPlaces(database(), text)
  const order = wanted.order ?? places.map(({ place }) => place)
  const textOrder =
    text.kind === "document"
      ? await documentOrder(database(), text.documentId, found.revision ?? 0)
      : undefined
  const asked = { ...wanted, order, textOrder, groupId, text, viewer, locale }
  const [read, people, consultations] = await Promise.all([
    readThreads(database(), asked),
    mentionable(database(), groupId),
    may.write ? consultationsTaking(database(), text) : [],
  ])
  return { ...read, may, people, consultations }
}

/** What can be commented on in a text, in its order, for whoever may read the comments. */
export async function textPlaces(actor: Actor, text: TextRef): Promise<TextPlace[]> {
  await getText(actor, text)
  return readPlaces(database(), text)
}

/** As `textPlaces`, for the minutes of a meeting. */
export async function minutesPlaces(actor: Actor, meetingId: string): Promise<TextPlace[]> {
  return textPlaces(actor, { kind: "minutes", meetingId })
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
        .select({
          meetingId: threads.meetingId,
          documentId: threads.documentId,
          rowId: threads.rowId,
        })
        .from(threads)
        .where(and(eq(threads.id, threadId), eq(threads.groupId, groupId)))
    : []
  if (!thread) throw notFound()
  return getText(actor, textOfThread(thread))
}

export type PlaceCount = { place: string | null; threads: number; open: number }

/** A thread of which everybody in the group sees something. */
const isShown = sql`exists (select from ${comments} where ${comments.threadId} = ${threads.id} and ${comments.moderation} = 'admitted')`

/** How many threads a text has, and how many of them are open, by place. */
export async function countThreads(actor: Actor, text: TextRef): Promise<PlaceCount[]> {
  await getText(actor, text)
  return database()
    .select({
      place: threads.place,
      threads: sql<number>`count(*)::int`,
      open: sql<number>`(count(*) filter (where ${threads.state} = 'open'))::int`,
    })
    .from(threads)
    .where(and(ofText(text), isShown))
    .groupBy(threads.place)
}
