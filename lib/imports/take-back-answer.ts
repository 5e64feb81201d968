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
import { openByPerson } from "./settle-by-person"

type Answer = typeof importAnswers.$inferSelect

/**
 * Takes back who a name of a batch was said to be, or not to be, with the alias that the answer made: the
 * question is open again, and so are the findings that the answer settled in open reports. Reports that were saved meanwhile stay as they are. Refuses (`conflict`) what
 * nobody answered.
 */
export async function takeBackAnswer(
  actor: Actor,
  { batchId, answerId, name }: z.output<typeof takeBackAnswerInput>,
): Promise<{ slug: string; batchId: string }> {
  return transaction(async (tx) => {
    const { groupId, slug } = await lockBatch(tx, batchId)
    authorize(actor, "import.bringIn", { groupId })
    const [answer] = await tx
      .select()
      .from(importAnswers)
      .where(
        // By its id: the files that are open now may write the name otherwise than the answer does.
        and(eq(importAnswers.batchId, batchId), eq(importAnswers.id, answerId)),
      )
    if (!answer) throw new Refusal("conflict", "imports.notAnswered", { name })
    const { personId } = answer
    if (answer.answer === "same") {
      const before = [answer.name, ...(await namesOf(tx, personId))]
      await dropAlias(tx, answer)
      await openByPerson(tx, batchId, { before, after: await namesOf(tx, personId) })
    }
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

async function namesOf(tx: Transaction, personId: string): Promise<string[]> {
  const named = await tx
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, personId))
    .unionAll(
      tx
        .select({ name: personAliases.alias })
        .from(personAliases)
        .where(eq(personAliases.personId, personId)),
    )
  return named.map(({ name }) => name)
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
