import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { compendia } from "@/db/schema/consultations"
import { type Taking, takingOf, type Window } from "./status"

/**
 * Step: whether a comment that arrived at an instant is filed in a consultation that is held. Once the
 * compendium is published none is, whenever it arrived: nobody would decide on it.
 */
export async function takenNow(
  tx: Transaction,
  held: Window & { id: string },
  arrivedAt: Date,
): Promise<Taking> {
  const taking = takingOf(held, arrivedAt)
  if ("lack" in taking) return taking
  const isPublished = (await tx.$count(compendia, eq(compendia.consultationId, held.id))) > 0
  return isPublished ? { lack: "consultation.keptIsClosed" } : taking
}
