import { keepDocument } from "@/lib/documents/keep-revision"
import { allowWriter, type LiveDocument } from "@/lib/documents/live/allow"
import { compactDocumentText } from "@/lib/documents/live/compact"
import { sharedText } from "@/lib/documents/live/kind"
import {
  admitToDocument,
  findLiveDocuments,
  openDocument,
} from "@/lib/documents/live/open-document"
import type { Served } from "./served-kind"

const nothing = () => undefined

/** The documents of groups. No rows follow from them before a revision does. */
export const servedDocuments: Served<LiveDocument> = {
  textOf: sharedText,
  admit: admitToDocument,
  find: findLiveDocuments,
  allow: allowWriter,
  open: openDocument,
  rows: () => ({
    take: () => ({ write: () => Promise.resolve(), kept: nothing, failed: nothing }),
  }),
  mark: (actor, documentId) => keepDocument(actor, { documentId }),
  compact: compactDocumentText,
}
