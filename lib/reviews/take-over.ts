import type { Transaction } from "@/db/client"
import { record } from "@/lib/activity/record"
import type { LockedMeeting } from "@/lib/meetings/lock"
import { changeText } from "@/lib/minutes/live/change"
import { openDocument } from "@/lib/minutes/live/open"
import type { HeldMinutes } from "@/lib/minutes/lock"
import { type Block, type MinutesText, quotedNote, type Statement } from "@/lib/minutes/model"
import { knownAt } from "@/lib/minutes/people"
import { readLines } from "@/lib/minutes/plain-read"
import { acceptText } from "@/lib/minutes/read-text"
import { addRevision } from "@/lib/minutes/write-revision"
import { type Actor, personOf } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { routing } from "@/lib/platform/locales"
import type { OtherWords } from "./model"

/**
 * Step: puts somebody's other words for what they said into the minutes, as a revision of its own that
 * names them; they count as having written them. The caller holds meeting and minutes. `conflict` when a
 * statement is gone.
 */
export async function takeOverWords(
  tx: Transaction,
  actor: Actor,
  meeting: LockedMeeting,
  current: HeldMinutes,
  said: { personId: string | null; name: string; words: OtherWords },
): Promise<void> {
  const people = await knownAt(tx, meeting, routing.defaultLocale)
  const left = new Set(Object.keys(said.words))
  const reworded = (block: Block): Block => {
    const words = block.type === "statement" ? said.words[block.attrs.id] : undefined
    if (block.type !== "statement" || words === undefined) return block
    left.delete(block.attrs.id)
    return {
      ...block,
      content: readLines(words.split("\n"), people, block.content),
    } satisfies Statement
  }
  const sections = Object.fromEntries(
    Object.entries(current.text.sections).map(([id, doc]) => [
      id,
      { ...doc, content: doc.content.map(reworded) },
    ]),
  )
  if (left.size > 0) throw new Refusal("conflict", "review.statementGone")
  const text: MinutesText = acceptText({ ...current.text, sections })
  const document = current.document ?? (await openDocument(tx, meeting.id))
  const shared = await changeText(tx, meeting.id, document, text, said.personId)
  const { revision } = await addRevision(tx, current.revision, {
    meetingId: meeting.id,
    text,
    authorId: personOf(actor),
    note: quotedNote(said.name),
    contributors: [...new Set([said.personId, personOf(actor)].filter((id) => id !== null))],
    ...shared,
  })
  await record(tx, {
    name: "minutes.saved",
    actor,
    groupId: meeting.groupId,
    subject: { type: "meeting", id: meeting.id },
    data: { number: meeting.number, revision },
  })
}
