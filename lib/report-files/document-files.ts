import { createHash } from "node:crypto"
import { LRUCache } from "lru-cache"
import type { PublicDocument } from "@/lib/documents/public-queries"
import type { RecordDownload } from "@/lib/record/download"
import { findRecordAt } from "@/lib/record/public-queries"
import { sheetOfDocument } from "./document-sheet"
import { writeDocx } from "./docx/write"
import type { DocumentFormat } from "./formats"
import { writeDocumentMarkdown } from "./markdown/write-document"
import { writePdf } from "./pdf/write"
import { writeText } from "./text"

export type DocumentFile = { file: Uint8Array; sha256: string }

const most = 24 * 1024 * 1024
const made = new LRUCache<string, DocumentFile>({
  maxSize: most,
  sizeCalculation: ({ file }) => file.length || 1,
})
const making = new Map<string, Promise<DocumentFile>>()

/**
 * A file of a published version of a document. Made when somebody asks, once for all who ask at the same
 * time, and remembered for a while: what it leads to may change, so it is not kept for good.
 */
export function documentFile(
  published: PublicDocument,
  format: DocumentFormat,
): Promise<DocumentFile> {
  const { sha256, content, leads, entry } = published
  // The sealed content, whose hash it bears, stays the same when a name is erased: what is shown does not.
  const shown = createHash("sha256").update(JSON.stringify({ content, leads, entry })).digest("hex")
  const key = `${sha256} ${shown} ${format}`
  const known = made.get(key)
  if (known) return Promise.resolve(known)
  const before = making.get(key)
  if (before) return before
  const work = write(published, format)
    .then((file) => {
      const finished = { file, sha256: createHash("sha256").update(file).digest("hex") }
      made.set(key, finished)
      return finished
    })
    .finally(() => making.delete(key))
  making.set(key, work)
  return work
}

async function write(published: PublicDocument, format: DocumentFormat): Promise<Buffer> {
  switch (format) {
    case "pdf":
      return writePdf(sheetOfDocument(published))
    case "docx":
      return writeDocx(sheetOfDocument(published), null)
    case "md":
      return Buffer.from(writeDocumentMarkdown(published))
    case "json":
      return Buffer.from(`${JSON.stringify(await recordOf(published), null, 2)}\n`)
    case "txt":
      return Buffer.from(writeText(sheetOfDocument(published)))
  }
}

/** The version as it stands on the ledger. */
async function recordOf({ content, entry }: PublicDocument): Promise<RecordDownload> {
  const record = entry && (await findRecordAt(content.group.slug, entry.position))
  if (!record) throw new Error(`The ledger of ${content.group.slug} does not have the version yet`)
  return record
}
