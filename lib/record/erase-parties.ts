import { eq, inArray } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { documentDispatches } from "@/db/schema/dispatches"
import { documents } from "@/db/schema/documents"
import { erasedWord } from "./erased-word"

/** To whom a document was sent, or who answered: it stands beside its versions, not in them. */
export type HeldParty = { id: string; party: string; documentId: string; language: string }

/** Step: the parties of these sendings that were not erased, held until the end. */
export async function holdParties(tx: Transaction, ids: readonly string[]): Promise<HeldParty[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select({
      ...{ id: documentDispatches.id, party: documentDispatches.party },
      ...{ documentId: documents.id, language: documents.language },
    })
    .from(documentDispatches)
    .innerJoin(documents, eq(documents.id, documentDispatches.documentId))
    .where(inArray(documentDispatches.id, [...ids]))
    .for("update", { of: documentDispatches })
  return rows.filter(({ party, language }) => party !== erasedWord("p", language))
}

/** Step: puts the word for an erased name in their place. */
export async function eraseParties(tx: Transaction, held: readonly HeldParty[]): Promise<void> {
  // By language, of which there are a few: one statement each.
  for (const language of new Set(held.map((each) => each.language))) {
    const ids = held.filter((each) => each.language === language).map(({ id }) => id)
    await tx
      .update(documentDispatches)
      .set({ party: erasedWord("p", language) })
      .where(inArray(documentDispatches.id, ids))
  }
}
