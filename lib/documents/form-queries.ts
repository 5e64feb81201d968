import { and, asc, desc, eq, isNull, or } from "drizzle-orm"
import { minutesBlocks } from "@/db/schema/live-minutes"
import { meetings } from "@/db/schema/meetings"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"

/** A meeting that may have asked for a document, or one of its decisions: `value` as the form sends it. */
export type OriginChoice = {
  value: string
  number: number | null
  title: string
  words: string | null
}

export type DocumentFormLists = {
  /** Members now, by name, and whoever is responsible already. */
  members: { personId: string; name: string }[]
  /** The newest meetings first, each before its decisions. */
  origins: OriginChoice[]
}

/** What the form of a document offers to choose from. */
export async function getDocumentFormLists(
  actor: Actor,
  groupId: string,
  responsibleId: string | null = null,
): Promise<DocumentFormLists> {
  authorize(actor, "document.begin", { groupId })
  const open = and(eq(memberships.groupId, groupId), isNull(memberships.until))
  const [members, rows] = await Promise.all([
    database()
      .selectDistinct({ personId: people.id, name: people.name })
      .from(people)
      .leftJoin(memberships, and(eq(memberships.personId, people.id), open))
      .where(
        or(
          eq(memberships.groupId, groupId),
          responsibleId ? eq(people.id, responsibleId) : undefined,
        ),
      )
      .orderBy(asc(people.name)),
    database()
      .select({
        meetingId: meetings.id,
        number: meetings.number,
        title: meetings.title,
        blockId: minutesBlocks.id,
        words: minutesBlocks.words,
      })
      .from(meetings)
      .leftJoin(
        minutesBlocks,
        and(eq(minutesBlocks.meetingId, meetings.id), eq(minutesBlocks.kind, "decision")),
      )
      .where(and(eq(meetings.groupId, groupId), isNull(meetings.cancelledAt)))
      .orderBy(
        desc(meetings.startsAt),
        desc(meetings.number),
        asc(minutesBlocks.sectionId),
        asc(minutesBlocks.position),
      ),
  ])
  const origins: OriginChoice[] = []
  let last: string | null = null
  for (const { meetingId, number, title, blockId, words } of rows) {
    if (meetingId !== last) origins.push({ value: meetingId, number, title, words: null })
    if (blockId) origins.push({ value: `${meetingId}/${blockId}`, number, title, words })
    last = meetingId
  }
  return { members, origins }
}
