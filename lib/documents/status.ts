/** What a document is at this moment. Which words it has is told by its revisions and versions. */
export const documentStatuses = [
  "draft",
  "open",
  "agreed",
  "sent",
  "superseded",
  "archived",
] as const

export type DocumentStatus = (typeof documentStatuses)[number]

/** Where a document may go from each status, the usual way first. */
const moves: Record<DocumentStatus, readonly DocumentStatus[]> = {
  draft: ["open", "agreed", "archived"],
  open: ["agreed", "draft", "archived"],
  agreed: ["sent", "draft", "superseded", "archived"],
  sent: ["draft", "superseded", "archived"],
  superseded: ["archived"],
  archived: ["draft"],
}

/** The statuses to which a document may move from the one it has. */
export function movesFrom(status: DocumentStatus): readonly DocumentStatus[] {
  return moves[status]
}

/** Whether the move is one of those that the status allows. */
export function mayMove(from: DocumentStatus, to: DocumentStatus): boolean {
  return moves[from].includes(to)
}

/** Whether its words may change now: what was put aside or replaced stays as it was. */
export function mayBeWritten(status: DocumentStatus): boolean {
  return status !== "superseded" && status !== "archived"
}
