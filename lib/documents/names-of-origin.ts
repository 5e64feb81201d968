import { and, eq, isNotNull, like } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Transaction } from "@/db/client"
import { documents } from "@/db/schema/documents"
import { editions } from "@/db/schema/editions"
import { recordNames } from "@/db/schema/record"
import type { Mentioned } from "@/lib/record/seal"

/**
 * Step: of a document that was made of an edition, the ids of all editions of that mapping (what was erased
 * from one is not to come out with the document), and whom its own edition names. Nothing for others.
 */
export async function namesOfOrigin(
  tx: Transaction,
  documentId: string,
): Promise<{ editionIds: string[]; mentioned: Mentioned[] }> {
  const origin = alias(editions, "origin")
  const found = await tx
    .select({ id: editions.id })
    .from(documents)
    .innerJoin(origin, eq(origin.id, documents.originEditionId))
    .innerJoin(editions, eq(editions.mappingId, origin.mappingId))
    .where(eq(documents.id, documentId))
  if (found.length === 0) return { editionIds: [], mentioned: [] }
  const { subjectId, key, name, personId } = recordNames
  const named = await tx
    .select({ label: name, personId })
    .from(documents)
    .innerJoin(recordNames, eq(subjectId, documents.originEditionId))
    .where(and(eq(documents.id, documentId), like(key, "p%"), isNotNull(name)))
  return {
    editionIds: found.map(({ id }) => id),
    mentioned: named.flatMap(({ label, ...whose }) => (label === null ? [] : { label, ...whose })),
  }
}
