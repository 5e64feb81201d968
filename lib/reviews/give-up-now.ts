import type { Transaction } from "@/db/client"
import { cancelNow } from "@/lib/consultations/cancel-now"
import { lockConsultation } from "@/lib/consultations/lock"
import type { LockedMeeting } from "@/lib/meetings/lock"
import type { Actor } from "@/lib/platform/actor"
import type { LockedReview } from "./lock"
import { noteEnd } from "./note-end"

/** Step: ends a held, open review without its result; its window is called off with the reason. */
export async function giveUpNow(
  tx: Transaction,
  meeting: LockedMeeting,
  review: LockedReview,
  { actor, at, reason }: { actor: Actor; at: Date; reason: string },
): Promise<void> {
  const consultation = await lockConsultation(tx, review.consultationId)
  await cancelNow(tx, consultation, actor, { at, reason })
  await noteEnd(tx, meeting, review, { actor, at, end: "given-up" })
}
