import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { meetings } from "@/db/schema/meetings"
import { record } from "@/lib/activity/record"
import { contributorsSince } from "@/lib/live/contributors"
import { readAuthorship } from "@/lib/live/read-authorship"
import type { StoredState } from "@/lib/live/stored"
import { readAuthors } from "@/lib/live/writers"
import { agendaNow } from "@/lib/meetings/agenda-now"
import type { Actor } from "@/lib/platform/actor"
import { canonical } from "../canonical"
import type { CurrentRevision } from "../current"
import { minutesText } from "../input"
import { type MinutesText, withAgenda } from "../model"
import { addRevision } from "../write-revision"
import { minutesOf } from "./kind"
import { readDocument } from "./read-document"

const together: Actor = { kind: "system", command: "live texts" }

/** What the shared document says, fitted to the agenda of this moment, in the strict form. */
export function textOf(
  { doc }: StoredState,
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
 * wrote, and is recorded as saved, by nobody in particular: whoever looks at it need not have written.
 * Where nothing changed the current one stands. The caller holds the minutes and the document.
 */
export async function settleDocument(
  tx: Transaction,
  meetingId: string,
  current: CurrentRevision,
  stored: StoredState,
): Promise<CurrentRevision> {
  if (stored.last <= (current.upto ?? 0)) return current
  const agenda = await agendaNow(tx, meetingId)
  const text = textOf(stored, current.text, agenda)
  if (canonical(text) === canonical(withAgenda(current.text, agenda))) {
    return current
  }
  const contributors = await contributorsSince(tx, minutesOf(meetingId), current.upto ?? 0)
  const { revision, savedAt } = await addRevision(tx, current.revision, {
    meetingId,
    text,
    authorId: null,
    upto: stored.last,
    authorship: readAuthorship(stored.doc, await readAuthors(tx, minutesOf(meetingId))),
    contributors,
  })
  const [meeting] = await tx
    .select({ groupId: meetings.groupId, number: meetings.number })
    .from(meetings)
    .where(eq(meetings.id, meetingId))
  await record(tx, {
    name: "minutes.saved",
    actor: together,
    groupId: meeting?.groupId ?? null,
    subject: { type: "meeting", id: meetingId },
    data: { number: meeting?.number ?? null, revision },
  })
  return { revision, savedAt, text, upto: stored.last, author: null, authorId: null }
}
