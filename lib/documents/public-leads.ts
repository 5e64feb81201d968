import { and, desc, eq, exists, inArray, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { documentPublications, documents, documentVersions } from "@/db/schema/documents"
import { reports } from "@/db/schema/reports"
import { leadsToDesk } from "@/lib/links/desk-address"
import { openContents } from "@/lib/record/open-content"
import { reportPath } from "@/lib/reports/addresses"
import { outline } from "@/lib/reports/outline"
import { documentPath } from "./addresses"
import { findFilled, referencesIn } from "./leads"
import { documentLinks, type Reference } from "./links"
import type { DocumentText } from "./model"
import type { Leads } from "./render"

type Of = { groupId: string; groupSlug: string; documentId: string }

/** Where the links of a published text lead, by their `href`, without the language of the reader. */
export type PublicLeads = Leads

/**
 * Where the links of a document within its group lead for the world: to published reports, to the
 * paragraph of a decision in one, and to documents that have a public version. Everything else leads
 * nowhere, an address on the desk too, so that nothing is said of what is not public.
 */
export async function publicLeads(
  reader: Reader,
  text: DocumentText,
  { groupId, groupSlug, documentId }: Of,
): Promise<PublicLeads> {
  const references = referencesIn(text)
  const onDesk = documentLinks(text).filter(({ href }) => leadsToDesk(href))
  const nowhere = Object.fromEntries(onDesk.map(({ href }) => [href, null]))
  if (references.size === 0) return nowhere
  const all = [...references.values()]
  const filled = await findFilled(reader, documentId)
  const meetingIds = all.flatMap((each) => ("meetingId" in each ? [each.meetingId] : []))
  const documentIds = [
    ...all.flatMap((each) => ("documentId" in each ? [each.documentId] : [])),
    ...[...filled.values()].flatMap(({ id }) => (id ? [id] : [])),
  ]
  const decided = all.some(({ to }) => to === "decision")
  const [published, others] = await Promise.all([
    findReports(reader, groupId, meetingIds, decided),
    findPublic(reader, groupId, documentIds),
  ])
  const documentAt = (id: string) => {
    const slug = others.get(id)
    return slug ? documentPath(groupSlug, slug) : null
  }
  const lead = (reference: Reference): string | null => {
    if (reference.to === "document") return documentAt(reference.documentId)
    if (reference.to === "missing") {
      const found = filled.get(reference.label)
      return found?.id ? documentAt(found.id) : (found?.href ?? null)
    }
    const report = published.get(reference.meetingId)
    if (!report) return null
    const page = reportPath(groupSlug, report.number)
    const anchor = reference.to === "decision" && report.anchors.get(reference.blockId)
    return anchor ? `${page}#${anchor}` : page
  }
  const found = Object.fromEntries([...references].map(([href, each]) => [href, lead(each)]))
  return { ...nowhere, ...found }
}

async function findReports(
  reader: Reader,
  groupId: string,
  meetingIds: string[],
  withAnchors: boolean,
): Promise<Map<string, { number: number; anchors: Map<string, string> }>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await reader
    .selectDistinctOn([reports.meetingId], {
      meetingId: reports.meetingId,
      number: reports.number,
      id: reports.id,
      content: withAnchors ? reports.content : sql<null>`null`,
    })
    .from(reports)
    .where(and(eq(reports.groupId, groupId), inArray(reports.meetingId, meetingIds)))
    .orderBy(reports.meetingId, desc(reports.version))
  const contents = withAnchors ? await openContents(reader, rows) : []
  return new Map(
    rows.map(({ meetingId, number }, place) => {
      const content = contents[place]
      const decisions = content ? outline(content).decisions : []
      const anchors = decisions.flatMap(({ block, anchor }) =>
        anchor ? [[block.attrs.id, anchor] as const] : [],
      )
      return [meetingId, { number, anchors: new Map(anchors) }]
    }),
  )
}

/** The slugs of those documents of the group that have a public version. */
async function findPublic(
  reader: Reader,
  groupId: string,
  ids: string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ id: documents.id, slug: documents.slug })
    .from(documents)
    .where(
      and(
        eq(documents.groupId, groupId),
        inArray(documents.id, ids),
        exists(
          reader
            .select({ one: sql`1` })
            .from(documentVersions)
            .innerJoin(
              documentPublications,
              eq(documentPublications.versionId, documentVersions.id),
            )
            .where(eq(documentVersions.documentId, documents.id)),
        ),
      ),
    )
  return new Map(rows.map(({ id, slug }) => [id, slug]))
}
