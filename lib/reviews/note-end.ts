import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { reviews } from "@/db/schema/reviews"
import { record } from "@/lib/activity/record"
import type { LockedMeeting } from "@/lib/meetings/lock"
import { type Actor, personOf } from "@/lib/platform/actor"
import type { LockedReview } from "./lock"

type End = {
  actor: Actor | { personId: string }
  at: Date
  end: "passed" | "ended" | "given-up"
}

/** Step: notes that a held review came to its end, and who ended it; nobody did where the clock passed. */
export async function noteEnd(
  tx: Transaction,
  meeting: LockedMeeting,
  review: LockedReview,
  { actor, at, end }: End,
): Promise<void> {
  const endedBy = "kind" in actor ? personOf(actor) : actor.personId
  await tx.update(reviews).set({ endedAt: at, endedBy, end }).where(eq(reviews.id, review.id))
  await record(tx, {
    name: "review.ended",
    actor,
    groupId: meeting.groupId,
    subject: { type: "meeting", id: meeting.id },
    data: { number: meeting.number, end, review: review.id },
    publicChange: [meeting.slug],
  })
}
