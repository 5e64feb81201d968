import { and, asc, desc, eq, ne, sql } from "drizzle-orm"
import { documents } from "@/db/schema/documents"
import { minutesBlocks } from "@/db/schema/live-minutes"
import { meetings } from "@/db/schema/meetings"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"

/** So many decisions are offered, the latest meetings first. */
const mostDecisions = 200

/** What a link in a document may lead to within its group. */
export type LinkChoices = {
  documents: { id: string; title: string }[]
  meetings: { id: string; number: number | null; startsAt: Date | null }[]
  decisions: { meetingId: string; blockId: string; number: number | null; words: string }[]
  /** How many decisions there are that are older than those. */
  olderDecisions: number
}

/** What a link in a document of the group may lead to: other documents, meetings and their decisions. */
export async function listLinkChoices(
  actor: Actor,
  groupId: string,
  documentId: string,
): Promise<LinkChoices> {
  authorize(actor, "document.read", { groupId })
  const [others, held, decisions] = await Promise.all([
    database()
      .select({ id: documents.id, title: documents.title })
      .from(documents)
      .where(and(eq(documents.groupId, groupId), ne(documents.id, documentId)))
      .orderBy(asc(documents.title)),
    database()
      .select({ id: meetings.id, number: meetings.number, startsAt: meetings.startsAt })
      .from(meetings)
      .where(eq(meetings.groupId, groupId))
      .orderBy(desc(meetings.startsAt)),
    database()
      .select({
        meetingId: minutesBlocks.meetingId,
        blockId: minutesBlocks.id,
        number: meetings.number,
        words: minutesBlocks.words,
        total: sql<number>`count(*) over ()`.mapWith(Number),
      })
      .from(minutesBlocks)
      .innerJoin(meetings, eq(meetings.id, minutesBlocks.meetingId))
      .where(and(eq(meetings.groupId, groupId), eq(minutesBlocks.kind, "decision")))
      .orderBy(desc(meetings.startsAt), asc(minutesBlocks.position))
      .limit(mostDecisions),
  ])
  return {
    ...{ documents: others, meetings: held },
    decisions: decisions.map(({ total: _, ...decision }) => decision),
    olderDecisions: (decisions[0]?.total ?? 0) - decisions.length,
  }
}
