import type { Actor } from "@/lib/platform/actor"
import { personOf } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import type { Locale } from "@/lib/platform/locales"
import { authorize, can } from "@/lib/policy/can"
import { mentionable } from "./mentions"
import type { TextRef, ThreadsView } from "./model"
import { readThreads, type Wanted } from "./read-threads"
import { type CommentedText, findCommentedText } from "./text"

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
  const [read, people] = await Promise.all([
    readThreads(database(), { ...wanted, groupId, text, viewer, locale }),
    mentionable(database(), groupId),
  ])
  return { ...read, may, people }
}

/** A text whose threads the actor may read. Refuses as `authorize` does; `not_found` without the text. */
export async function getText(actor: Actor, text: TextRef): Promise<CommentedText> {
  const found = await findCommentedText(database(), text)
  if (!found) throw notFound()
  authorize(actor, "comment.read", { groupId: found.groupId })
  return found
}
