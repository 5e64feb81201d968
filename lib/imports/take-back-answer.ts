import { and, eq, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { importAnswers } from "@/db/schema/imports"
import { people, personAliases } from "@/db/schema/people"
import { record } from "@/lib/activity/record"
import { tidyName } from "@/lib/people/model"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { takeBackAnswerInput } from "./input"
import { lockBatch } from "./lock-batch"

type Answer = typeof importAnswers.$inferSelect

/**
 * Takes back who a name of a batch was said to be, or not to be, with the alias that the answer made: the
 * question is open again. Reports that were saved meanwhile stay as they are. Refuses (`conflict`) what
 * nobody answered.
 */
export async function takeBackAnswer(
  actor: Actor,
  { batchId, name, personId }: z.output<typeof takeBackAnswerInput>,
): Promise<{ slug: string; batchId: string }> {
  return transaction(async (tx) => {
    const { groupId, slug } = await lockBatch(tx, batchId)
    authorize(actor, "import.bringIn", { groupId })
    const [answer] = await tx
      .select()
      .from(importAnswers)
      .where(
        and(
          eq(importAnswers.batchId, batchId),
          eq(importAnswers.personId, personId),
          sql`lower(${importAnswers.name}) = lower(${name})`,
        ),
      )
    if (!answer) throw new Refusal("conflict", "imports.notAnswered", { name })
    if (answer.answer === "same") await dropAlias(tx, answer)
    await tx.delete(importAnswers).where(eq(importAnswers.id, answer.id))
    const [person] = await tx
      .select({ name: people.name })
      .from(people)
      .where(eq(people.id, personId))
    await record(tx, {
      name: "import.answerTakenBack",
      actor,
      groupId,
      subject: { type: "person", id: personId },
      data: { person: personId, name: answer.name, of: person?.name ?? "" },
    })
    return { slug, batchId }
  })
}

/** The alias that was written with the answer, at the instant of one transaction; one that stood there before stays. */
async function dropAlias(tx: Transaction, { id, personId, name }: Answer): Promise<void> {
  const answered = tx
    .select({ at: importAnswers.answeredAt })
    .from(importAnswers)
    .where(eq(importAnswers.id, id))
  await tx
    .delete(personAliases)
    .where(
      and(
        eq(personAliases.personId, personId),
        sql`lower(${personAliases.alias}) = lower(${tidyName(name)})`,
        eq(personAliases.createdAt, answered),
      ),
    )
}
