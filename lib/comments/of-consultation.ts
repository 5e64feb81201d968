import { asc, eq } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Reader } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { consultationGuests } from "@/db/schema/consultations"
import { people } from "@/db/schema/people"
import { threads } from "@/db/schema/threads"
import { listAffiliations } from "@/lib/people/affiliations"
import { affiliationOn, affiliationText, type StakeholderGroup } from "@/lib/people/model"
import { stakeholderGroupsAtAnyTime } from "@/lib/people/stakeholder-groups"

export type ConsultedComment = {
  comment: typeof comments.$inferSelect
  thread: typeof threads.$inferSelect
  /**
   * Of the author, a person or a guest. Where a person belonged, and as what, and the group that they
   * counted to are those of the day of the comment; a guest says them once.
   */
  name: string
  organisation: string
  stakeholderGroup: StakeholderGroup | null
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
      person: { name: people.name },
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
  const personIds = [...new Set(rows.flatMap(({ comment }) => comment.authorId ?? []))]
  const [places, groupAt] = await Promise.all([
    listAffiliations(reader, personIds),
    stakeholderGroupsAtAnyTime(reader, personIds),
  ])
  return rows.map(({ person, guest, ...row }) => {
    const { authorId, createdAt } = row.comment
    if (authorId === null)
      return {
        ...row,
        name: guest?.name ?? "",
        organisation: guest?.organisation ?? "",
        stakeholderGroup: guest?.stakeholderGroup ?? null,
      }
    const place = affiliationOn(places.get(authorId) ?? [], createdAt.toISOString().slice(0, 10))
    return {
      ...row,
      name: person?.name ?? "",
      organisation: affiliationText(place),
      stakeholderGroup: groupAt(authorId, createdAt),
    }
  })
}
