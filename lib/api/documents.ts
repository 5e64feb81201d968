import { z } from "zod"
import { documentPath } from "@/lib/documents/addresses"
import { documentKinds } from "@/lib/documents/facts"
import { findPublishedDocument, listPublishedDocuments } from "@/lib/documents/public-queries"
import { documentStatuses } from "@/lib/documents/status"
import { versionContent } from "@/lib/documents/version-content"
import {
  type Asked,
  address,
  type Endpoint,
  instant,
  ofRecord,
  pageOf,
  pageOfSlugs,
  recordOf,
  sha256,
  slugCursor,
  whereRecord,
} from "./endpoint"
import { findGroupId } from "./groups"

const line = z.object({
  slug: z.string(),
  title: z.string(),
  kind: z.enum(documentKinds),
  language: z.string(),
  status: z.enum(documentStatuses),
  version: z.int().min(1).describe("Of the newest public version."),
  name: z.string().describe("What that version is called."),
  publishedAt: instant,
  links: z.object({ self: address, page: address }),
})

/** Blocks as an editor knows them: what each may hold is told by its type. */
const text = z.object({
  schema: z.int(),
  content: z.array(z.looseObject({ type: z.string() })),
})
const document = z.object({
  status: z.enum(documentStatuses),
  sha256: sha256.describe(ofRecord),
  record: address.nullable().describe(whereRecord),
  document: versionContent.extend({ text }),
  versions: z.array(
    z.object({
      number: z.int().min(1),
      name: z.string(),
      publishedAt: instant,
      links: z.object({ self: address, page: address }),
    }),
  ),
})

const linksOf = ({ group, page, api }: Asked, slug: string, version?: number) => ({
  self:
    api(`/groups/${group}/documents/${slug}`) +
    (version === undefined ? "" : `/versions/${version}`),
  page: page(documentPath(group, slug, version)),
})

async function find(asked: Asked, version?: number) {
  const found = await findPublishedDocument(asked.group, asked.slug, version)
  if (!found) return null
  const { status, sha256, content, versions, entry } = found
  return {
    thing: {
      ...{ status, sha256, record: recordOf(asked, entry), document: content },
      versions: versions.map((each) => ({
        ...each,
        links: linksOf(asked, asked.slug, each.number),
      })),
    },
  }
}

export const documentEndpoints: Endpoint[] = [
  {
    path: "/groups/{group}/documents",
    id: "listDocuments",
    summary: "What a group has published of its documents, by slug.",
    name: "Documents",
    answer: pageOf(line),
    cursor: slugCursor,
    find: async (asked) => {
      if (!(await findGroupId(asked))) return null
      const { items, after } = pageOfSlugs(await listPublishedDocuments(asked.group), asked)
      return { items: items.map((each) => ({ ...each, links: linksOf(asked, each.slug) })), after }
    },
  },
  {
    path: "/groups/{group}/documents/{slug}",
    id: "getDocument",
    summary: "The newest public version of a document, whole, and what other versions there are.",
    name: "Document",
    answer: document,
    find: (asked) => find(asked),
  },
  {
    path: "/groups/{group}/documents/{slug}/versions/{version}",
    id: "getDocumentVersion",
    summary: "A public version of a document, whole.",
    name: "DocumentVersion",
    answer: document,
    find: (asked) => find(asked, asked.version),
  },
]
