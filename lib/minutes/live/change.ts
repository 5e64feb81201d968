import type { Transaction } from "@/db/client"
import { Passages } from "@/lib/comments/anchors/passages"
import { changeState } from "@/lib/live/change"
import { keepTextPlaces } from "@/lib/live/keep-places"
import type { StoredState } from "@/lib/live/stored"
import type { Authorship } from "../authorship"
import type { MinutesText } from "../model"
import { writeBlocks } from "./blocks"
import { minutesOf } from "./kind"
import { documentOf, writeText } from "./write-document"

/**
 * Step: makes a text what the minutes say, in the rows of their blocks and in the shared document, where
 * there is one: whoever is writing at this moment sees it, and what they are typing stays. The caller
 * holds the minutes and the document. Returns what a revision of it has to know.
 */
export async function changeText(
  tx: Transaction,
  meetingId: string,
  document: StoredState | null,
  text: MinutesText,
  authorId: string | null,
): Promise<{ upto?: number; authorship?: Authorship }> {
  await writeBlocks(tx, meetingId, text.sections)
  if (!document) {
    const passages = new Passages(documentOf(text))
    await keepTextPlaces(tx, minutesOf(meetingId), passages, { isShared: false })
    return {}
  }
  const write = (doc: StoredState["doc"]) => writeText(doc, text)
  return changeState(tx, minutesOf(meetingId), document, authorId, write)
}
