import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm"
import { mandates, mappingRows, mappings, rowMeetings } from "@/db/schema/mapping"
import { agendaItems, meetings } from "@/db/schema/meetings"
import { agendaNow } from "@/lib/meetings/agenda-now"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize, can } from "@/lib/policy/can"

/** That a meeting spoke of a row. Instants are ISO 8601 in UTC. */
export type Discussion = {
  id: string
  meeting: { id: string; number: number | null; title: string; startsAt: string | null }
  /** The title of the agenda item under which it was; "" for the meeting as a whole. */
  item: string
  row: { number: number; suggests: string; retired: boolean }
  mandate: { slug: string; title: string }
}

/** The meetings that spoke of a row of a group's mapping, the latest first. */
export async function listMeetingsOfRow(
  actor: Actor,
  groupId: string,
  rowId: string,
): Promise<Discussion[]> {
  authorize(actor, "mapping.read", { groupId })
  return find(and(eq(mappings.groupId, groupId), eq(rowMeetings.rowId, rowId)))
}

/** The rows of which a meeting of a group spoke, by mandate and number. */
export async function listRowsOfMeeting(
  actor: Actor,
  groupId: string,
  meetingId: string,
): Promise<Discussion[]> {
  authorize(actor, "mapping.read", { groupId })
  return find(and(eq(mappings.groupId, groupId), eq(rowMeetings.meetingId, meetingId)))
}

async function find(where: SQL | undefined): Promise<Discussion[]> {
  const rows = await database()
    .select({
      id: rowMeetings.id,
      meeting: {
        id: meetings.id,
        number: meetings.number,
        title: meetings.title,
        startsAt: meetings.startsAt,
      },
      item: sql<string>`coalesce(${agendaItems.title}, '')`,
      row: {
        number: mappingRows.number,
        suggests: mappingRows.suggests,
        retired: sql<boolean>`${mappingRows.retiredAt} is not null`,
      },
      mandate: { slug: mandates.slug, title: mandates.title },
    })
    .from(rowMeetings)
    .innerJoin(meetings, eq(meetings.id, rowMeetings.meetingId))
    .innerJoin(mappingRows, eq(mappingRows.id, rowMeetings.rowId))
    .innerJoin(mappings, eq(mappings.id, mappingRows.mappingId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .leftJoin(agendaItems, eq(agendaItems.id, rowMeetings.agendaItemId))
    .where(and(where, isNull(rowMeetings.removedAt)))
    .orderBy(
      sql`${meetings.startsAt} desc nulls last`,
      asc(mandates.title),
      asc(mappingRows.number),
      asc(rowMeetings.addedAt),
    )
  return rows.map(({ meeting, ...rest }) => ({
    ...rest,
    meeting: { ...meeting, startsAt: meeting.startsAt?.toISOString() ?? null },
  }))
}

/** The meetings of a group that can have spoken of a row, the latest first; those cancelled are left out. */
export async function listMeetingChoices(actor: Actor, groupId: string) {
  authorize(actor, "meeting.read", { groupId })
  const rows = await database()
    .select({ id: meetings.id, number: meetings.number, startsAt: meetings.startsAt })
    .from(meetings)
    .where(and(eq(meetings.groupId, groupId), isNull(meetings.cancelledAt)))
    .orderBy(sql`${meetings.startsAt} desc nulls last`, desc(meetings.id))
  return rows.map((row) => ({ ...row, startsAt: row.startsAt?.toISOString() ?? null }))
}

/** What a meeting's page offers: the mappings of its group, the items of its agenda in their order, and whether one may add a row. */
export async function listRowChoices(actor: Actor, groupId: string, meetingId: string) {
  authorize(actor, "mapping.read", { groupId })
  const [tables, agenda] = await Promise.all([
    database()
      .select({ id: mappings.id, title: mandates.title })
      .from(mappings)
      .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
      .where(eq(mappings.groupId, groupId))
      .orderBy(asc(mandates.title)),
    agendaNow(database(), meetingId),
  ])
  return {
    tables,
    items: agenda.map(({ id, label, title }) => ({ id, name: `${label} ${title}` })),
    mayEdit: can(actor, "mapping.edit", { groupId }),
  }
}
