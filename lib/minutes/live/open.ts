import type { Transaction } from "@/db/client"
import { openState } from "@/lib/live/open"
import type { StoredState } from "@/lib/live/stored"
import { lockRevision } from "../lock"
import { minutesOf } from "./kind"
import { documentOf } from "./write-document"

/**
 * Step: the shared document of a meeting's minutes; made of the current revision, once, when nobody has
 * opened it before. `not_found` before the minutes are started. Does not authorize.
 */
export async function openDocument(tx: Transaction, meetingId: string): Promise<StoredState> {
  return openState(tx, minutesOf(meetingId), async () => {
    const current = await lockRevision(tx, meetingId)
    return current && { doc: documentOf(current.text), authorId: current.authorId }
  })
}
