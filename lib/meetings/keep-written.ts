import type { Transaction } from "@/db/client"
import { isEmptyDoc, sectionOf } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { Refusal } from "@/lib/platform/errors"
import type { AgendaItem } from "./agenda"

/**
 * Step: refuses to remove items under which something is written in the minutes. An item may go, its
 * words may not: whoever removes it decides first where they belong.
 */
export async function refuseWritten(
  tx: Transaction,
  meetingId: string,
  removed: readonly AgendaItem[],
): Promise<void> {
  if (removed.length === 0) return
  const text = (await getCurrentText(tx, meetingId))?.text
  const written = removed.find(({ id }) => text && !isEmptyDoc(sectionOf(text, id)))
  if (!written) return
  const { id, label, title } = written
  throw new Refusal("conflict", "meeting.agendaWritten", { label, title }, {}, { kept: id })
}
