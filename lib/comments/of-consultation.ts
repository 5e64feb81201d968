import { asc, eq } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Reader } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { consultationGuests } from "@/db/schema/consultations"
import { people } from "@/db/schema/people"
import { threads } from "@/db/schema/threads"

export type ConsultedComment = {
  comment: typeof comments.$inferSelect
  thread: typeof threads.$inferSelect
  /** Of the author: a person's or a guest's, and the group that they count to. */
  name: string
  organisation: string
  stakeholderGroup: typeof people.$inferSelect.stakeholderGroup
  /** Who resolved the thread, and who hid the comment. */
  decider: string | null
  hider: string | null
}

const deciders = alias(people, "deciders")
const hiders = alias(people, "hiders")

/**
 * Every comment of a consultation with its thread, in the order in which they were filed; also those
 * that were withdrawn, hidden or wait for moderation. Does not authorize: for worksheet and compendium.
 */
export async function commentsOfConsultation(
  reader: Reader,
  consultationId: string,
): Promise<ConsultedComment[]> {
  const rows = await reader
    .select({
      comment: comments,
      thread: threads,
      person: { name: people.name, stakeholderGroup: people.stakeholderGroup },
      guest: {
        name: consultationGuests.name,
        organisation: consultationGuests.organisation,
        stakeholderGroup: consultationGuests.stakeholderGroup,
      },
      decider: deciders.name,
      hider: hiders.name,
    })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .leftJoin(people, eq(people.id, comments.authorId))
    .leftJoin(consultationGuests, eq(consultationGuests.id, comments.guestId))
    .leftJoin(deciders, eq(deciders.id, threads.decidedBy))
    .leftJoin(hiders, eq(hiders.id, comments.hiddenBy))
    .where(eq(comments.consultationId, consultationId))
    .orderBy(asc(comments.seq))
  return rows.map(({ comment, thread, person, guest, decider, hider }) => ({
    comment,
    thread,
    name: person?.name ?? guest?.name ?? "",
    organisation: guest?.organisation ?? "",
    stakeholderGroup: person?.stakeholderGroup ?? guest?.stakeholderGroup ?? null,
    decider,
    hider,
  }))
}
