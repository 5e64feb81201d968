import type { Reader } from "@/db/client"
import { openOthers } from "@/lib/record/open-others"
import { EDITION_SCHEMA, type EditionContent } from "./model"

/** A stored edition with its names. */
export async function openEdition(
  reader: Reader,
  edition: { id: string; content: unknown },
): Promise<EditionContent> {
  const [opened] = await openOthers(reader, "edition", [edition])
  return readEdition(opened)
}

/** The content as it was composed. It was whole when it was written, and nobody can change it since. */
function readEdition(content: unknown): EditionContent {
  const { schema } = content as { schema?: unknown }
  if (schema !== EDITION_SCHEMA) throw new Error(`An edition of an unknown form: ${schema}`)
  return content as EditionContent
}
