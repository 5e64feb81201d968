import { and, eq, gt, isNotNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { minutesUpdates } from "@/db/schema/live-minutes"
import { agendaNow } from "@/lib/meetings/agenda-now"
import { canonical } from "../canonical"
import type { CurrentRevision } from "../current"
import { minutesText } from "../input"
import { type MinutesText, withAgenda } from "../model"
import { addRevision } from "../write-revision"
import { readAuthorship, readDocument } from "./read-document"
import type { StoredDocument } from "./stored"
import { readAuthors } from "./writers"

/** What the shared document says, fitted to the agenda of this moment, in the strict form. */
export function textOf(
  { doc }: StoredDocument,
  before: MinutesText,
  agenda: readonly { id: string }[],
): MinutesText {
  const read = readDocument(doc)
  // A section whose item is gone keeps the place that it had.
  const order = [...new Set([...before.order.filter((id) => read.sections[id]), ...read.order])]
  return minutesText.parse(withAgenda({ ...read, order }, agenda))
}

/**
 * Step: what was written together since the current revision becomes one of its own, with everybody who
 * wrote. Where nothing changed the current one stands. The caller holds the minutes and the document.
 */
export async function settleDocument(
  tx: Transaction,
  meetingId: string,
  current: CurrentRevision,
  stored: StoredDocument,
): Promise<CurrentRevision> {
  if (stored.last <= (current.upto ?? 0)) return current
  const agenda = await agendaNow(tx, meetingId)
  const text = textOf(stored, current.text, agenda)
  if (canonical(text) === canonical(withAgenda(current.text, agenda))) {
    return current
  }
  const contributors = await contributorsSince(tx, meetingId, current.upto ?? 0)
  const { revision, savedAt } = await addRevision(tx, current.revision, {
    meetingId,
    text,
    authorId: null,
    upto: stored.last,
    authorship: readAuthorship(stored.doc, await readAuthors(tx, meetingId)),
    contributors,
  })
  return { revision, savedAt, text, upto: stored.last, author: null, authorId: null }
}

async function contributorsSince(
  tx: Transaction,
  meetingId: string,
  upto: number,
): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ authorId: minutesUpdates.authorId })
    .from(minutesUpdates)
    .where(
      and(
        eq(minutesUpdates.meetingId, meetingId),
        gt(minutesUpdates.number, upto),
        isNotNull(minutesUpdates.authorId),
      ),
    )
  return rows.flatMap(({ authorId }) => (authorId ? [authorId] : []))
}
