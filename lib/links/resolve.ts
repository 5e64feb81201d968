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
 * What of the record of a group each of some texts speaks of, in their order: each thing once, with the
 * words of its first link. An id or an address that names nothing of the group is left out. Asks the
 * database as often for many texts as for one.
 */
export async function resolveSpoken(
  reader: Reader,
  groupId: string,
  texts: readonly (readonly Spoken[])[],
): Promise<Target[][]> {
  const addressed = await addressesOf(reader, groupId, texts)
  const all = addressed.flat()
  const known = await knownIn(reader, groupId, texts.flat(), all)
  const anchored = all.filter((each) => "anchor" in each && each.anchor !== null)
  const decisions = await decisionsOf(
    reader,
    anchored.flatMap((each) => known.meetingAt(each)?.id ?? []),
  )
  return texts.map((spoken, place) => targetsOf(spoken, addressed[place] ?? [], known, decisions))
}

function targetsOf(
  spoken: readonly Spoken[],
  addressed: readonly Addressed[],
  known: Known,
  decisions: ReadonlyMap<string, string>,
): Target[] {
  const found = new Map<string, Target>()
  const add = (target: Target["target"], targetId: string, words: string) => {
    const key = `${target} ${targetId}`
    if (!found.has(key)) found.set(key, { target, targetId, words: shortened(words) })
  }
  for (const each of spoken) {
    if (each.to === "document" && known.documentIds.has(each.documentId))
      add("document", each.documentId, each.words)
    if (each.to !== "meeting" && each.to !== "decision") continue
    if (!known.meetingIds.has(each.meetingId)) continue
    if (each.to === "decision") add("decision", each.blockId, each.words)
    else add("meeting", each.meetingId, each.words)
  }
  for (const each of addressed) {
    const document = each.kind === "document" && known.documentAt(each)
    if (document) add("document", document, each.words)
    const row = each.kind === "row" && known.rows.get(rowKey(each))
    if (row) add("mapping-row", row, each.words)
    const meeting = known.meetingAt(each)
    if (!meeting) continue
    const decision = "anchor" in each ? decisions.get(`${meeting.id} ${each.anchor}`) : undefined
    if (decision) add("decision", decision, each.words)
    else add("meeting", meeting.id, each.words)
  }
  return [...found.values()]
}

/** Cut without half a sign at the end, which no JSON may hold. */
const shortened = (words: string) => words.trim().slice(0, longestWords).toWellFormed()

async function addressesOf(
  reader: Reader,
  groupId: string,
  texts: readonly (readonly Spoken[])[],
): Promise<Addressed[][]> {
  const { origin } = env()
  const isOwn = (each: Spoken) => each.to === "address" && each.href.startsWith(origin)
  if (!texts.some((spoken) => spoken.some(isOwn))) return texts.map(() => [])
  const [group] = await reader
    .select({ slug: groups.slug })
    .from(groups)
    .where(eq(groups.id, groupId))
  return texts.map((spoken) =>
    spoken.flatMap((each) => {
      const named = each.to === "address" && group ? namedBy(each.href, origin, group.slug) : null
      return named && each.to === "address" ? [{ ...named, words: each.words }] : []
    }),
  )
}

type Known = Awaited<ReturnType<typeof knownIn>>

/** The meetings, documents and rows of the group among those that are named. */
async function knownIn(
  reader: Reader,
  groupId: string,
  spoken: readonly Spoken[],
  addressed: readonly Addressed[],
) {
  const meetingIds = [
    ...spoken.flatMap((each) => ("meetingId" in each ? [each.meetingId] : [])),
    ...addressed.flatMap((each) => (each.kind === "meeting" && "id" in each ? [each.id] : [])),
  ]
  const numbers = addressed.flatMap((each) =>
    each.kind === "meeting" && "number" in each ? [each.number] : [],
  )
  const ofDocument = addressed.filter((each) => each.kind === "document")
  const documentIds = [
    ...spoken.flatMap((each) => (each.to === "document" ? [each.documentId] : [])),
    ...ofDocument.flatMap((each) => ("id" in each ? [each.id] : [])),
  ]
  const slugs = ofDocument.flatMap((each) => ("slug" in each ? [each.slug] : []))
  const meeting = { id: meetings.id, number: meetings.number }
  const document = { id: documents.id, slug: documents.slug }
  const ofMeetings = (column: typeof meetings.id | typeof meetings.number, values: unknown[]) =>
    values.length === 0
      ? []
      : reader
          .select(meeting)
          .from(meetings)
          .where(and(eq(meetings.groupId, groupId), inArray(column, unique(values) as string[])))
  const ofDocuments = (column: typeof documents.id | typeof documents.slug, values: string[]) =>
    values.length === 0
      ? []
      : reader
          .select(document)
          .from(documents)
          .where(and(eq(documents.groupId, groupId), inArray(column, unique(values))))
  const meetingsFound = [
    ...(await ofMeetings(meetings.id, meetingIds)),
    ...(await ofMeetings(meetings.number, numbers)),
  ]
  const documentsFound = [
    ...(await ofDocuments(documents.id, documentIds)),
    ...(await ofDocuments(documents.slug, slugs)),
  ]
  const documentsById = new Set(documentsFound.map(({ id }) => id))
  const documentsBySlug = new Map(documentsFound.map(({ id, slug }) => [slug, id]))
  const byId = new Map(meetingsFound.map((one) => [one.id, one]))
  const byNumber = new Map(meetingsFound.map((one) => [one.number, one]))
  return {
    rows: await rowsOf(reader, groupId, addressed),
    meetingIds: new Set(byId.keys()),
    meetingAt(named: Addressed) {
      if (named.kind !== "meeting") return undefined
      return "id" in named ? byId.get(named.id) : byNumber.get(named.number)
    },
    documentIds: documentsById,
    documentAt: (named: Named & { kind: "document" }) =>
      "slug" in named ? documentsBySlug.get(named.slug) : documentsById.has(named.id) && named.id,
  }
}

const unique = <One>(values: readonly One[]): One[] => [...new Set(values)]

const rowKey = ({ mandate, number }: { mandate: string; number: number }) => `${mandate} ${number}`

/** The rows of the group's mappings among those that are named, by mandate and number; retired ones too. */
async function rowsOf(
  reader: Reader,
  groupId: string,
  addressed: readonly Addressed[],
): Promise<Map<string, string>> {
  const named = addressed.filter((each) => each.kind === "row")
  if (named.length === 0) return new Map()
  const rows = await reader
    .select({ id: mappingRows.id, mandate: mandates.slug, number: mappingRows.number })
    .from(mappings)
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .innerJoin(mappingRows, eq(mappingRows.mappingId, mappings.id))
    .where(
      and(
        eq(mappings.groupId, groupId),
        inArray(mandates.slug, unique(named.map(({ mandate }) => mandate))),
        inArray(mappingRows.number, unique(named.map(({ number }) => number))),
      ),
    )
  return new Map(rows.map((row) => [rowKey(row), row.id]))
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
