import type { Reader } from "@/db/client"
import { openOthers } from "@/lib/record/open-others"
import { type VersionContent, versionContent } from "./version-content"

/** A stored version of a document with its names. */
export async function openDocumentVersion(
  reader: Reader,
  version: { id: string; content: unknown },
): Promise<VersionContent> {
  const [opened] = await openOthers(reader, "document", [version])
  return versionContent.parse(opened)
}
