import { asc, gt } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { consultations } from "@/db/schema/consultations"
import { documents } from "@/db/schema/documents"
import { mappingRows, mappings } from "@/db/schema/mapping"
import { meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"

const tables = {
  meeting: meetings.id,
  document: documents.id,
  comment: comments.id,
  person: people.id,
  consultation: consultations.id,
  row: mappingRows.id,
  edition: mappings.id,
}
export const sourceKinds = [
  "meeting",
  "document",
  "comment",
  "person",
  "consultation",
  "row",
  // The newest edition of a mapping, by the mapping's id.
  "edition",
] as const
export type SourceKind = (typeof sourceKinds)[number]

/** The name of a record in the index: `meeting:3f…`. */
export type Source = `${SourceKind}:${string}`

export const sourceOf = (kind: SourceKind, id: string): Source => `${kind}:${id}`

/** Kind and id that a source's name says; null for any other text. */
export function readSource(name: string): { kind: SourceKind; id: string } | null {
  const [said = "", id = ""] = name.split(":")
  const kind = sourceKinds.find((each) => each === said)
  return kind && id ? { kind, id } : null
}

/** The next records of everything that stands, in an order of their own; those behind `upto`, "" for all. */
export async function sourcesAfter(reader: Reader, upto: string, limit: number): Promise<Source[]> {
  const last = readSource(upto)
  const found: Source[] = []
  for (const kind of sourceKinds.slice(last ? sourceKinds.indexOf(last.kind) : 0)) {
    const column = tables[kind]
    const rows = await reader
      .select({ id: column })
      .from(column.table)
      .where(last?.kind === kind ? gt(column, last.id) : undefined)
      .orderBy(asc(column))
      .limit(limit - found.length)
    found.push(...rows.map(({ id }) => sourceOf(kind, id)))
    if (found.length >= limit) break
  }
  return found
}
