import { hashOf } from "@/lib/platform/secrets"
import { type Decision, evened } from "./model"

/** What a row of the file carries to be known again: its thread, and what stood there when it was written. */
export type RowKey = { threadId: string; revision: number; shown: string }

/** What was decided, short enough to stand in a cell. */
export const shownHash = ({ disposition, reason }: Decision): string =>
  hashOf(`${disposition ?? ""}\n${evened(reason)}`).slice(0, 12)

export const writeKey = (row: Decision & Pick<RowKey, "threadId" | "revision">): string =>
  `${row.threadId}.${row.revision}.${shownHash(row)}`

/** The key that a cell holds, or null when it holds none. */
export function readKey(cell: string): RowKey | null {
  const found = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,9})\.([0-9a-f]{12})$/.exec(
    cell.trim(),
  )
  if (!found) return null
  const [, threadId = "", revision = "", shown = ""] = found
  return { threadId, revision: Number(revision), shown }
}
