import { and, desc, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import {
  documentPublications,
  documentRevisions,
  documents,
  documentVersions,
} from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import { documentPath } from "@/lib/documents/addresses"
import { documentText } from "@/lib/documents/input"
import { type DocumentBlock, type DocumentText, lineText } from "@/lib/documents/model"
import { openDocumentVersion } from "@/lib/documents/open-versions"
import { type SearchText, textLanguage } from "../model"
import { mentionsIn, notesIn, passagesOf, wordsOf } from "../nodes"

/** What can be found of a document: the work as it stands for its group, the newest published version for everyone. */
export async function documentTexts(reader: Reader, documentId: string): Promise<SearchText[]> {
  const [row] = await reader
    .select({
      groupId: documents.groupId,
      group: groups.slug,
      slug: documents.slug,
      title: documents.title,
      language: documents.language,
      responsible: people.name,
      text: documentRevisions.text,
      savedAt: documentRevisions.savedAt,
    })
    .from(documents)
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(
      documentRevisions,
      and(
        eq(documentRevisions.documentId, documents.id),
        eq(documentRevisions.number, documents.revision),
      ),
    )
    .leftJoin(people, eq(people.id, documents.responsibleId))
    .where(eq(documents.id, documentId))
  if (!row) return []
  const published = await newestPublished(reader, documentId)
  const common = { kind: "document" as const, groupId: row.groupId, number: null, area: null }
  const working = textsOf(documentText.parse(row.text), row.title).map(
    (part): SearchText => ({
      ...common,
      ...part,
      reach: "members",
      href: `/desk/${row.group}/documents/${row.slug}${part.href}`,
      names: row.responsible ? [row.responsible, ...part.names] : part.names,
      language: textLanguage(row.language),
      day: row.savedAt.toISOString().slice(0, 10),
    }),
  )
  if (!published) return working
  const { document, text } = published.content
  const shown = textsOf(text, document.title).map(
    (part): SearchText => ({
      ...common,
      ...part,
      reach: "public",
      href: documentPath(row.group, row.slug) + part.href,
      language: textLanguage(document.language),
      day: published.publishedAt.toISOString().slice(0, 10),
    }),
  )
  return [...working, ...shown]
}

type Part = Pick<SearchText, "href" | "title" | "words" | "names" | "also">

/** The passages of a text under their headings; `href` is the part of an address behind `#`, with it. */
function textsOf({ content }: DocumentText, title: string): Part[] {
  const parts: Part[] = []
  let section = { title, href: "", blocks: [] as DocumentBlock[] }
  const close = () => {
    const { blocks, href } = section
    const names = [...new Set(blocks.flatMap(mentionsIn))]
    const passages = passagesOf([...blocks.map(wordsOf), ...blocks.flatMap(notesIn)])
    // A heading is found although nothing stands under it, and a document although it is empty.
    for (const words of passages.length > 0 ? passages : [""])
      parts.push({ href, title: section.title, words, names, also: "" })
  }
  for (const [place, block] of content.entries()) {
    if (block.type !== "heading") {
      section.blocks.push(block)
      continue
    }
    if (place > 0) close()
    const heading = lineText(block.content).trim()
    section = {
      title: heading && heading !== title ? `${title}: ${heading}` : title,
      href: `#h-${block.attrs.id}`,
      blocks: [],
    }
  }
  close()
  return parts
}

async function newestPublished(reader: Reader, documentId: string) {
  const [row] = await reader
    .select({
      id: documentVersions.id,
      content: documentVersions.content,
      publishedAt: documentPublications.publishedAt,
    })
    .from(documentVersions)
    .innerJoin(documentPublications, eq(documentPublications.versionId, documentVersions.id))
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(desc(documentVersions.number))
    .limit(1)
  if (!row) return null
  return { content: await openDocumentVersion(reader, row), publishedAt: row.publishedAt }
}
