import { and, asc, count, eq, isNull, or, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { backlinks } from "@/db/schema/backlinks"
import { documents } from "@/db/schema/documents"
import { minutesBlocks } from "@/db/schema/live-minutes"
import { mandates, mappingRows, mappings } from "@/db/schema/mapping"
import { meetings } from "@/db/schema/meetings"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { LinkTarget } from "./resolve"

/** A text that speaks of something, with the words of its link: minutes, a document, or a row of a mapping. */
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
    | { kind: "row"; mandate: { slug: string; title: string }; number: number; suggests: string }
}

/** A page of what speaks of something, counted from 1, of how many; `all` says how many links there are. */
export type BacklinkPage = { shown: Backlink[]; page: number; pages: number; all: number }

/** Links that a page of them shows. */
export const linksPerPage = 100

/** How many are shown under one decision. */
const mostUnderOne = 20

const fromMeeting = alias(meetings, "from_meeting")
const fromDocument = alias(documents, "from_document")
const fromRow = alias(mappingRows, "from_row")

/** The texts of a group that speak of a document, a page of them. */
export async function listDocumentBacklinks(
  actor: Actor,
  groupId: string,
  documentId: string,
  page = 1,
): Promise<BacklinkPage> {
  authorize(actor, "document.read", { groupId })
  return findPage(groupId, isOf("document", documentId), page)
}

/** The texts of a group that speak of a row of its mapping, a page of them. */
export async function listRowBacklinks(
  actor: Actor,
  groupId: string,
  rowId: string,
  page = 1,
): Promise<BacklinkPage> {
  authorize(actor, "mapping.read", { groupId })
  return findPage(groupId, isOf("mapping-row", rowId), page)
}

/** The texts of a group that speak of a meeting or of one of the decisions in its minutes, a page of them. */
export async function listMeetingBacklinks(
  actor: Actor,
  groupId: string,
  meetingId: string,
  page = 1,
): Promise<BacklinkPage> {
  authorize(actor, "meeting.read", { groupId })
  const of = or(isOf("meeting", meetingId), isOfDecisions(meetingId))
  return findPage(groupId, of, page, meetingId)
}

/** The texts that speak of each decision in the minutes of a meeting, the first twenty of each. */
export async function listDecisionBacklinks(
  actor: Actor,
  groupId: string,
  meetingId: string,
): Promise<Backlink[]> {
  authorize(actor, "meeting.read", { groupId })
  const some = speaking(groupId, isOfDecisions(meetingId), meetingId).as("some")
  const rows = await database().select().from(some).where(sql`${some.place} <= ${mostUnderOne}`)
  return rows.map(shown)
}

const isOf = (target: LinkTarget, targetId: string) =>
  and(eq(backlinks.target, target), eq(backlinks.targetId, targetId))

const isOfDecisions = (meetingId: string) =>
  and(
    eq(backlinks.target, "decision"),
    sql`${backlinks.targetId} = any(array(select id from ${minutesBlocks}
      where ${minutesBlocks.meetingId} = ${meetingId} and ${minutesBlocks.kind} = 'decision'))`,
  )

async function findPage(
  groupId: string,
  of: SQL | undefined,
  wanted: number,
  meetingId?: string,
): Promise<BacklinkPage> {
  const [counted] = await database()
    .select({ all: count() })
    .from(backlinks)
    .leftJoin(fromRow, eq(fromRow.id, backlinks.fromRowId))
    .where(inGroup(groupId, of))
  const all = counted?.all ?? 0
  const pages = Math.max(1, Math.ceil(all / linksPerPage))
  const page = Math.min(Math.max(1, wanted), pages)
  if (all === 0) return { shown: [], page, pages, all }
  const rows = await speaking(groupId, of, meetingId)
    .limit(linksPerPage)
    .offset((page - 1) * linksPerPage)
  return { shown: rows.map(shown), page, pages, all }
}

/** What a retired row said is nobody's business any more, until it returns. */
const inGroup = (groupId: string, of: SQL | undefined) =>
  and(eq(backlinks.groupId, groupId), of, isNull(fromRow.retiredAt))

/**
 * Minutes by their numbers, then documents by title, then rows; `place` counts them of each target, and
 * decisions are those of the meeting, where there is one.
 */
function speaking(groupId: string, of: SQL | undefined, meetingId?: string) {
  const order = [
    ...[asc(fromMeeting.number), asc(fromDocument.title), asc(mandates.title)],
    ...[asc(fromRow.number), asc(backlinks.id)],
  ]
  const inOrder = sql.join(order, sql`, `)
  return database()
    .select({
      id: backlinks.id,
      words: backlinks.words,
      target: backlinks.target,
      targetId: backlinks.targetId,
      decision: sql<string | null>`${minutesBlocks.words}`.as("decision"),
      meetingId: sql<string | null>`${fromMeeting.id}`.as("meeting_id"),
      number: sql<number | null>`${fromMeeting.number}`.as("meeting_number"),
      meetingTitle: sql<string | null>`${fromMeeting.title}`.as("meeting_title"),
      document: sql<string | null>`${fromDocument.slug}`.as("document"),
      title: sql<string | null>`${fromDocument.title}`.as("document_title"),
      mandate: sql<string | null>`${mandates.slug}`.as("mandate"),
      mandateTitle: sql<string | null>`${mandates.title}`.as("mandate_title"),
      row: sql<number | null>`${fromRow.number}`.as("row_number"),
      suggests: sql<string | null>`left(${fromRow.suggests}, 200)`.as("suggests"),
      place: sql<number>`row_number() over (partition by ${backlinks.targetId} order by ${inOrder})`
        .mapWith(Number)
        .as("place"),
    })
    .from(backlinks)
    .leftJoin(fromMeeting, eq(fromMeeting.id, backlinks.fromMeetingId))
    .leftJoin(fromDocument, eq(fromDocument.id, backlinks.fromDocumentId))
    .leftJoin(fromRow, eq(fromRow.id, backlinks.fromRowId))
    .leftJoin(mappings, eq(mappings.id, fromRow.mappingId))
    .leftJoin(mandates, eq(mandates.id, mappings.mandateId))
    .leftJoin(
      minutesBlocks,
      meetingId
        ? and(eq(minutesBlocks.meetingId, meetingId), eq(minutesBlocks.id, backlinks.targetId))
        : sql`false`,
    )
    .where(inGroup(groupId, of))
    .orderBy(...order)
}

type Speaking = Awaited<ReturnType<typeof speaking>>[number]

const shown = (row: Speaking): Backlink => ({
  ...{ id: row.id, words: row.words, target: row.target, targetId: row.targetId },
  ...{ decision: row.decision, from: fromOf(row) },
})

function fromOf(row: Speaking): Backlink["from"] {
  const { meetingId, number, meetingTitle, document, title, mandate } = row
  if (meetingId) return { kind: "meeting", meetingId, number, title: meetingTitle ?? "" }
  if (document) return { kind: "document", slug: document, title: title ?? "" }
  return {
    kind: "row",
    mandate: { slug: mandate ?? "", title: row.mandateTitle ?? "" },
    number: row.row ?? 0,
    suggests: row.suggests ?? "",
  }
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
