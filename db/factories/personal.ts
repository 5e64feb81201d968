import { randomUUID } from "node:crypto"
import type { Database } from "../client"
import { commentDrafts, commentMentions, commentReactions, comments } from "../schema/comments"
import { documents } from "../schema/documents"
import { digests, meetingAnswers, noticeChoices, notices, personSettings } from "../schema/notices"
import { threadMutes, threadReads, threads } from "../schema/threads"

/** What people said, chose and read of one meeting: each of them one of everything, the last of them its comment. */
export async function fillPersonal(
  db: Database,
  given: { groupId: string; meetingId: string; personIds: string[] },
): Promise<void> {
  const { groupId, meetingId, personIds } = given
  const [thread] = await db
    .insert(threads)
    .values({ groupId, meetingId, about: "text" })
    .returning()
  const threadId = thread?.id ?? ""
  const authorId = personIds.at(-1) ?? ""
  const [comment] = await db
    .insert(comments)
    .values({ threadId, authorId, text: "Yes.", submission: randomUUID() })
    .returning()
  const commentId = comment?.id ?? ""
  await db.insert(documents).values({
    groupId,
    slug: `of-${threadId}`,
    title: "Charter",
    revision: 1,
    responsibleId: authorId,
  })
  for (const personId of personIds) {
    await db.insert(commentMentions).values({ commentId, personId })
    await db.insert(commentReactions).values({ commentId, personId, kind: "agree" })
    await db.insert(commentDrafts).values({ personId, key: threadId, text: `by ${personId}` })
    await db.insert(threadReads).values({ personId, textId: meetingId, seq: 1 })
    await db.insert(threadMutes).values({ personId, threadId })
    await db.insert(digests).values({ personId, tempo: "daily", writtenAt: new Date() })
    await db.insert(noticeChoices).values({ personId, groupId, kind: "replied", tempo: "never" })
    await db
      .insert(notices)
      .values({ personId, groupId, kind: "replied", key: "k", href: "/", tempo: "at-once" })
    await db.insert(personSettings).values({ personId, locale: "fr" })
    await db.insert(meetingAnswers).values({ meetingId, personId, answer: "coming" })
  }
}
