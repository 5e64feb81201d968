import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { compendia } from "@/db/schema/consultations"
import { reviews } from "@/db/schema/reviews"
import { Refusal } from "@/lib/platform/errors"

/**
 * Step: refuses to take comments once more in a consultation whose compendium is published (`published` is
 * the key under `errors` that says so), or that was the window of a review that is over.
 */
export async function checkStillOpenable(
  tx: Transaction,
  consultationId: string,
  published: string,
): Promise<void> {
  if ((await tx.$count(compendia, eq(compendia.consultationId, consultationId))) > 0)
    throw new Refusal("conflict", published)
  const [review] = await tx
    .select({ endedAt: reviews.endedAt })
    .from(reviews)
    .where(eq(reviews.consultationId, consultationId))
  if (review?.endedAt) throw new Refusal("conflict", "consultation.reviewIsOver")
}
