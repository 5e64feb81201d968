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
import { type SearchText, textLanguage } from "../model"
import { type AnyNode, mentionsIn, passagesOf, wordsOf } from "../nodes"

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
  const working = textsOf(row.text, row.title).map(
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
  const shown = textsOf(published.text, published.title ?? row.title).map(
    (part): SearchText => ({
      ...common,
      ...part,
      reach: "public",
      href: `/${row.group}/documents/${row.slug}${part.href}`,
      language: textLanguage(published.language ?? row.language),
      day: published.publishedAt.toISOString().slice(0, 10),
    }),
  )
  return [...working, ...shown]
}

type Part = Pick<SearchText, "href" | "title" | "words" | "names" | "also">

/** The passages of a text under their headings; `href` is the part of an address behind `#`, with it. */
function textsOf(text: unknown, title: string): Part[] {
  const blocks = isText(text) ? text.content : []
  const parts: Part[] = []
  let heading = ""
  let href = ""
  let run: AnyNode[] = []
  const close = () => {
    const under = heading ? `${title}: ${heading}` : title
    const names = [...new Set(run.flatMap(mentionsIn))]
    const passages = passagesOf(run.map(wordsOf))
    // A heading is found although nothing stands under it, and a document although it is empty.
    for (const words of passages.length > 0 ? passages : [""])
      parts.push({ href, title: under, words, names, also: "" })
    run = []
  }
  for (const [place, block] of blocks.entries()) {
    if (block.type !== "heading") {
      run.push(block)
      continue
    }
    if (run.length > 0 || heading || place === 0) close()
    heading = wordsOf(block)
    href = `#h-${place}`
  }
  close()
  return parts
}

function isText(text: unknown): text is { content: AnyNode[] } {
  return typeof text === "object" && text !== null && "content" in text
}

async function newestPublished(reader: Reader, documentId: string) {
  const [row] = await reader
    .select({ content: documentVersions.content, publishedAt: documentPublications.publishedAt })
    .from(documentVersions)
    .innerJoin(documentPublications, eq(documentPublications.versionId, documentVersions.id))
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(desc(documentVersions.number))
    .limit(1)
  if (!row) return null
  const content = row.content as { title?: string; language?: string; text?: unknown }
  return { ...content, publishedAt: row.publishedAt }
}
