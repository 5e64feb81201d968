import type { Transaction } from "@/db/client"
import { keepRows } from "@/lib/links/keep-rows"
import { env } from "@/lib/platform/env"
import { cellsOf, type StoredRow } from "./cells/row-cells"
import { speakingFields, speaksOf } from "./speaks-of"

/**
 * Step: makes what is kept of the links of rows of a held mapping equal to how they stand, given each as
 * it was before and as it is written. Asks nothing of the database where neither leads into the portal,
 * as with nearly every cell that is typed.
 */
export async function keepLinksOfRows(
  tx: Transaction,
  groupId: string,
  rows: readonly { before: StoredRow; after: StoredRow }[],
): Promise<void> {
  const { origin } = env()
  const leadsHere = (row: StoredRow) =>
    speakingFields.some((field) => JSON.stringify(row[field]).includes(origin))
  const isTouched = ({ before, after }: (typeof rows)[number]) =>
    speakingFields.some((field) => before[field] !== after[field]) &&
    (leadsHere(before) || leadsHere(after))
  const speaking = rows.filter(isTouched).map(({ after }) => ({
    rowId: after.id,
    spoken: speaksOf(cellsOf(after)),
  }))
  if (speaking.length > 0) await keepRows(tx, groupId, speaking)
}
