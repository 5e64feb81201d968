import { and, desc, eq, inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { documents } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { mandates, mappingRows, mappings } from "@/db/schema/mapping"
import { meetings } from "@/db/schema/meetings"
import { reports } from "@/db/schema/reports"
import { env } from "@/lib/platform/env"
import { openContents } from "@/lib/record/open-content"
import { outline } from "@/lib/reports/outline"
import { longestWords, type Named, namedBy, type Spoken } from "./spoken"

/** What of a group's record a text can speak of. */
export type LinkTarget = "meeting" | "decision" | "document" | "mapping-row"

/** Something of the group's record that a text speaks of. */
export type Target = {
  target: LinkTarget
  targetId: string
  words: string
}

type Addressed = Named & { words: string }

/**
 * What of the record of a group a text speaks of, each thing once, with the words of its first link. An
 * id or an address that names nothing of the group is left out.
 */
export async function resolveSpoken(
  reader: Reader,
  groupId: string,
  spoken: readonly Spoken[],
): Promise<Target[]> {
  const found = new Map<string, Target>()
  const add = (target: Target["target"], targetId: string, words: string) => {
    const key = `${target} ${targetId}`
    if (!found.has(key))
      found.set(key, { target, targetId, words: words.trim().slice(0, longestWords) })
  }
  const addressed = await addressesOf(reader, groupId, spoken)
  const known = await knownIn(reader, groupId, spoken, addressed)
  const meetingAt = (named: Addressed) => {
    if (named.kind !== "meeting") return undefined
    return "id" in named
      ? known.meetings.find(({ id }) => id === named.id)
      : known.meetings.find(({ number }) => number === named.number)
  }
  for (const each of spoken) {
    if (each.to === "document" && known.documents.some(({ id }) => id === each.documentId))
      add("document", each.documentId, each.words)
    if (each.to !== "meeting" && each.to !== "decision") continue
    if (!known.meetings.some(({ id }) => id === each.meetingId)) continue
    if (each.to === "decision") add("decision", each.blockId, each.words)
    else add("meeting", each.meetingId, each.words)
  }
  const anchored = addressed.filter((each) => "anchor" in each && each.anchor !== null)
  const decisions = await decisionsOf(
    reader,
    anchored.flatMap((each) => meetingAt(each)?.id ?? []),
  )
  for (const each of addressed) {
    const document =
      each.kind === "document" && known.documents.find(({ slug }) => slug === each.slug)
    if (document) add("document", document.id, each.words)
    const row = each.kind === "row" && known.rows.find((one) => isSameRow(one, each))
    if (row) add("mapping-row", row.id, each.words)
    const meeting = meetingAt(each)
    if (!meeting) continue
    const decision = "anchor" in each ? decisions.get(`${meeting.id} ${each.anchor}`) : undefined
    if (decision) add("decision", decision, each.words)
    else add("meeting", meeting.id, each.words)
  }
  return [...found.values()]
}

async function addressesOf(
  reader: Reader,
  groupId: string,
  spoken: readonly Spoken[],
): Promise<Addressed[]> {
  const { origin } = env()
  const own = spoken.filter((each) => each.to === "address" && each.href.startsWith(origin))
  if (own.length === 0) return []
  const [group] = await reader
    .select({ slug: groups.slug })
    .from(groups)
    .where(eq(groups.id, groupId))
  return own.flatMap((each) => {
    const named = each.to === "address" && group ? namedBy(each.href, origin, group.slug) : null
    return named && each.to === "address" ? [{ ...named, words: each.words }] : []
  })
}

/** The meetings, documents and rows of the group among those that are named. */
async function knownIn(
  reader: Reader,
  groupId: string,
  spoken: readonly Spoken[],
  addressed: readonly Addressed[],
) {
  const meetingIds = [
    ...spoken.flatMap((each) => ("meetingId" in each ? [each.meetingId] : [])),
    ...addressed.flatMap((each) => ("id" in each ? [each.id] : [])),
  ]
  const numbers = addressed.flatMap((each) =>
    each.kind === "meeting" && "number" in each ? [each.number] : [],
  )
  const documentIds = spoken.flatMap((each) => (each.to === "document" ? [each.documentId] : []))
  const slugs = addressed.flatMap((each) => (each.kind === "document" ? [each.slug] : []))
  const meeting = { id: meetings.id, number: meetings.number }
  const document = { id: documents.id, slug: documents.slug }
  const ofMeetings = (column: typeof meetings.id | typeof meetings.number, values: unknown[]) =>
    values.length === 0
      ? []
      : reader
          .select(meeting)
          .from(meetings)
          .where(and(eq(meetings.groupId, groupId), inArray(column, values as string[])))
  const ofDocuments = (column: typeof documents.id | typeof documents.slug, values: string[]) =>
    values.length === 0
      ? []
      : reader
          .select(document)
          .from(documents)
          .where(and(eq(documents.groupId, groupId), inArray(column, values)))
  return {
    rows: await rowsOf(reader, groupId, addressed),
    meetings: [
      ...(await ofMeetings(meetings.id, meetingIds)),
      ...(await ofMeetings(meetings.number, numbers)),
    ],
    documents: [
      ...(await ofDocuments(documents.id, documentIds)),
      ...(await ofDocuments(documents.slug, slugs)),
    ],
  }
}

type RowName = { mandate: string; number: number }

const isSameRow = (one: RowName, other: RowName) =>
  one.mandate === other.mandate && one.number === other.number

/** The rows of the group's mappings among those that are named; retired ones too. */
async function rowsOf(reader: Reader, groupId: string, addressed: readonly Addressed[]) {
  const named = addressed.filter((each) => each.kind === "row")
  if (named.length === 0) return []
  return reader
    .select({ id: mappingRows.id, mandate: mandates.slug, number: mappingRows.number })
    .from(mappings)
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .innerJoin(mappingRows, eq(mappingRows.mappingId, mappings.id))
    .where(
      and(
        eq(mappings.groupId, groupId),
        inArray(
          mandates.slug,
          named.map(({ mandate }) => mandate),
        ),
        inArray(
          mappingRows.number,
          named.map(({ number }) => number),
        ),
      ),
    )
}

/** The decisions that stand at anchors of the newest published reports of meetings, by meeting and anchor. */
async function decisionsOf(
  reader: Reader,
  meetingIds: readonly string[],
): Promise<Map<string, string>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await reader
    .selectDistinctOn([reports.meetingId], {
      meetingId: reports.meetingId,
      id: reports.id,
      content: reports.content,
    })
    .from(reports)
    .where(inArray(reports.meetingId, [...new Set(meetingIds)]))
    .orderBy(reports.meetingId, desc(reports.version))
  const contents = await openContents(reader, rows)
  return new Map(
    contents.flatMap((content, place) =>
      outline(content).decisions.map(
        ({ anchor, block }) => [`${rows[place]?.meetingId} ${anchor}`, block.attrs.id] as const,
      ),
    ),
  )
}
