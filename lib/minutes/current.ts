import type { MinutesText } from "./model"

/** The revision that the pointer names, as it stands while its row is held. */
export type CurrentRevision = {
  revision: number
  text: MinutesText
  savedAt: Date
  author: string | null
  authorId: string | null
  /** The newest change to the shared document that it holds. */
  upto: number | null
}
