import { and, asc, eq, inArray } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { backlinks } from "@/db/schema/backlinks"
import { documents } from "@/db/schema/documents"
import { minutesBlocks } from "@/db/schema/live-minutes"
import { meetings } from "@/db/schema/meetings"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { LinkTarget } from "./resolve"

/** A text that speaks of something, with the words of its link; the minutes of a meeting or a document. */
export type Backlink = {
  id: string
  target: LinkTarget
  targetId: string
  /** Of a decision, what it says; null for one that has left the minutes, and for the others. */
  decision: string | null
  words: string
  from:
    | { kind: "meeting"; meetingId: string; number: number | null; title: string }
    | { kind: "document"; slug: string; title: string }
}

const fromMeeting = alias(meetings, "from_meeting")
const fromDocument = alias(documents, "from_document")

/** The texts of a group that speak of a document. */
export async function listDocumentBacklinks(
  actor: Actor,
  groupId: string,
  documentId: string,
): Promise<Backlink[]> {
  authorize(actor, "document.read", { groupId })
  return find(groupId, [{ target: "document", ids: [documentId] }])
}

/** The texts of a group that speak of a row of its mapping. */
export async function listRowBacklinks(
  actor: Actor,
  groupId: string,
  rowId: string,
): Promise<Backlink[]> {
  authorize(actor, "mapping.read", { groupId })
  return find(groupId, [{ target: "mapping-row", ids: [rowId] }])
}

/** The texts of a group that speak of a meeting or of one of the decisions in its minutes. */
export async function listMeetingBacklinks(
  actor: Actor,
  groupId: string,
  meetingId: string,
): Promise<Backlink[]> {
  authorize(actor, "meeting.read", { groupId })
  const decisions = await database()
    .select({ id: minutesBlocks.id })
    .from(minutesBlocks)
    .where(and(eq(minutesBlocks.meetingId, meetingId), eq(minutesBlocks.kind, "decision")))
  const ids = decisions.map(({ id }) => id)
  return find(groupId, [
    { target: "meeting", ids: [meetingId] },
    { target: "decision", ids },
  ])
}

type Asked = { target: Backlink["target"]; ids: readonly string[] }

async function find(groupId: string, asked: readonly Asked[]): Promise<Backlink[]> {
  const found = await Promise.all(asked.map((each) => findOne(groupId, each)))
  return found.flat()
}

async function findOne(groupId: string, { target, ids }: Asked): Promise<Backlink[]> {
  if (ids.length === 0) return []
  const rows = await database()
    .select({
      id: backlinks.id,
      words: backlinks.words,
      targetId: backlinks.targetId,
      decision: minutesBlocks.words,
      meetingId: fromMeeting.id,
      number: fromMeeting.number,
      meetingTitle: fromMeeting.title,
      slug: fromDocument.slug,
      title: fromDocument.title,
    })
    .from(backlinks)
    .leftJoin(fromMeeting, eq(fromMeeting.id, backlinks.fromMeetingId))
    .leftJoin(fromDocument, eq(fromDocument.id, backlinks.fromDocumentId))
    .leftJoin(
      minutesBlocks,
      and(eq(backlinks.target, "decision"), eq(minutesBlocks.id, backlinks.targetId)),
    )
    .where(
      and(
        eq(backlinks.groupId, groupId),
        eq(backlinks.target, target),
        inArray(backlinks.targetId, [...ids]),
      ),
    )
    .orderBy(asc(fromMeeting.number), asc(fromDocument.title), asc(backlinks.id))
  return rows.map(({ meetingId, number, meetingTitle, slug, title, ...row }) => ({
    ...row,
    target,
    from: meetingId
      ? { kind: "meeting", meetingId, number, title: meetingTitle ?? "" }
      : { kind: "document", slug: slug ?? "", title: title ?? "" },
  }))
}

/** A document that came of a meeting, and what the decision says that asked for it. */
export type ResultingDocument = { slug: string; title: string; decision: string | null }

/** The documents of a group that name a meeting, or one of its decisions, as what asked for them. */
export async function listResultingDocuments(
  actor: Actor,
  groupId: string,
  meetingId: string,
): Promise<ResultingDocument[]> {
  authorize(actor, "document.read", { groupId })
  return database()
    .select({ slug: documents.slug, title: documents.title, decision: minutesBlocks.words })
    .from(documents)
    .leftJoin(
      minutesBlocks,
      and(
        eq(minutesBlocks.meetingId, documents.originMeetingId),
        eq(minutesBlocks.id, documents.originBlockId),
      ),
    )
    .where(and(eq(documents.groupId, groupId), eq(documents.originMeetingId, meetingId)))
    .orderBy(asc(documents.title), asc(documents.slug))
}
