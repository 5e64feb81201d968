import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { missingDocuments } from "@/db/schema/backlinks"
import { documents } from "@/db/schema/documents"
import { minutesBlocks } from "@/db/schema/live-minutes"
import { meetings } from "@/db/schema/meetings"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { localePath } from "@/lib/platform/locales"
import { authorize } from "@/lib/policy/can"
import { documentLinks, type Reference, referenceIn } from "./links"
import type { DocumentText } from "./model"
import type { Leads } from "./render"

type Of = { groupId: string; groupSlug: string; documentId: string; locale: string }

/** The references of a text by the `href` under which they stand in it. */
export function referencesIn(text: DocumentText): Map<string, Reference> {
  return new Map(
    documentLinks(text).flatMap(({ href }) => {
      const reference = referenceIn(href)
      return reference ? [[href, reference] as const] : []
    }),
  )
}

/** Where the links of a text of a document lead on the desk, for somebody who reads it there. */
export async function findDeskLeads(
  actor: Actor,
  { groupId, groupSlug, documentId }: Omit<Of, "locale">,
  text: DocumentText,
  locale: string,
): Promise<Leads> {
  authorize(actor, "document.read", { groupId })
  return deskLeads(database(), text, { groupId, groupSlug, documentId, locale })
}

/**
 * Where the links of a document within its group lead on the desk. A meeting or document that the group
 * does not have leads nowhere, and a missing one to what it was filled with. Does not authorize.
 */
export async function deskLeads(reader: Reader, text: DocumentText, of: Of): Promise<Leads> {
  const references = referencesIn(text)
  if (references.size === 0) return {}
  const base = localePath(of.locale, `/desk/${of.groupSlug}`)
  const all = [...references.values()]
  const meetingIds = all.flatMap((each) => ("meetingId" in each ? [each.meetingId] : []))
  const documentIds = all.flatMap((each) => ("documentId" in each ? [each.documentId] : []))
  const blockIds = all.flatMap((each) => ("blockId" in each ? [each.blockId] : []))
  const [known, others, filled, decisions] = await Promise.all([
    meetingIds.length === 0
      ? []
      : reader
          .select({ id: meetings.id })
          .from(meetings)
          .where(and(eq(meetings.groupId, of.groupId), inArray(meetings.id, meetingIds))),
    documentIds.length === 0
      ? []
      : reader
          .select({ id: documents.id, slug: documents.slug })
          .from(documents)
          .where(and(eq(documents.groupId, of.groupId), inArray(documents.id, documentIds))),
    findFilled(reader, of.documentId),
    blockIds.length === 0
      ? []
      : reader
          .select({ id: minutesBlocks.id, section: minutesBlocks.sectionId })
          .from(minutesBlocks)
          .where(inArray(minutesBlocks.id, blockIds)),
  ])
  const lead = (reference: Reference): string | null => {
    if (reference.to === "missing") {
      const found = filled.get(reference.label)
      return found?.slug ? `${base}/documents/${found.slug}` : (found?.href ?? null)
    }
    if (reference.to === "document") {
      const other = others.find(({ id }) => id === reference.documentId)
      return other ? `${base}/documents/${other.slug}` : null
    }
    if (!known.some(({ id }) => id === reference.meetingId)) return null
    const page = `${base}/meetings/${reference.meetingId}`
    if (reference.to !== "decision") return page
    const decision = decisions.find(({ id }) => id === reference.blockId)
    return `${page}/minutes${decision ? `#s-${decision.section}` : ""}`
  }
  return Object.fromEntries([...references].map(([href, each]) => [href, lead(each)]))
}

/** What the missing documents of a document were filled with, by their labels. */
export async function findFilled(
  reader: Reader,
  documentId: string,
): Promise<Map<string, { id: string | null; slug: string | null; href: string | null }>> {
  const rows = await reader
    .select({
      label: missingDocuments.label,
      id: documents.id,
      slug: documents.slug,
      href: missingDocuments.filledHref,
    })
    .from(missingDocuments)
    .leftJoin(documents, eq(documents.id, missingDocuments.filledDocumentId))
    .where(
      and(
        eq(missingDocuments.documentId, documentId),
        isNull(missingDocuments.meetingId),
        isNotNull(missingDocuments.filledAt),
      ),
    )
  return new Map(rows.map(({ label, ...filled }) => [label, filled]))
}
