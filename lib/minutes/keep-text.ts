import type { Transaction } from "@/db/client"
import { agendaNow } from "@/lib/meetings/agenda-now"
import { type Actor, personOf } from "@/lib/platform/actor"
import { canonical } from "./canonical"
import { changeText } from "./live/change"
import type { HeldMinutes } from "./lock"
import { type MinutesText, type SavedMinutes, withAgenda } from "./model"
import { addRevision } from "./write-revision"

/**
 * Step: makes a text the next revision, fitted to the agenda of this moment. A text that equals the
 * current one makes none: then `isNew` is false and there is nothing to record. The caller holds
 * meeting and minutes, and has authorized.
 */
export async function keepText(
  tx: Transaction,
  actor: Actor,
  meetingId: string,
  current: HeldMinutes,
  text: MinutesText,
): Promise<SavedMinutes & { isNew: boolean }> {
  const agenda = await agendaNow(tx, meetingId)
  const next = withAgenda(text, agenda)
  if (canonical(next) === canonical(withAgenda(current.text, agenda))) {
    const { revision, savedAt } = current
    return { revision, savedAt: savedAt.toISOString(), isNew: false }
  }
  const authorId = personOf(actor)
  const shared = await changeText(tx, meetingId, current.document, next, authorId)
  const written = { meetingId, text: next, authorId, ...shared }
  const { revision, savedAt } = await addRevision(tx, current.revision, written)
  return { revision, savedAt: savedAt.toISOString(), isNew: true }
}
