import { and, eq, isNotNull } from "drizzle-orm"
import type { z } from "zod"
import { errorReports } from "@/db/schema/corrections"
import { groups } from "@/db/schema/groups"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { answerErrorInput } from "./input"
import { giveAnswer } from "./write-answer"

/**
 * Answers a reported error; whoever reported it is told by mail. Refuses with `conflict` one that was
 * answered already, and that it was corrected while no newer version is published.
 */
export async function answerError(
  actor: Actor,
  { errorId, answer, reply }: z.output<typeof answerErrorInput>,
): Promise<{ slug: string }> {
  return transaction(async (tx) => {
    const [found] = await tx
      .select({ held: errorReports, slug: groups.slug })
      .from(errorReports)
      .innerJoin(groups, eq(groups.id, errorReports.groupId))
      .where(and(eq(errorReports.id, errorId), isNotNull(errorReports.confirmedAt)))
      .for("update", { of: errorReports })
    if (!found) throw notFound()
    const { held, slug } = found
    authorize(actor, "error.answer", { groupId: held.groupId })
    if (held.answer !== null) throw new Refusal("conflict", "errorReport.answered")
    await giveAnswer(tx, actor, held, { answer, reply })
    return { slug }
  })
}
