import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { importAnswers } from "@/db/schema/imports"
import { people, personAliases } from "@/db/schema/people"
import { record } from "@/lib/activity/record"
import { addPerson } from "@/lib/people/add-person"
import { tidyName } from "@/lib/people/model"
import { nameKeyOf } from "@/lib/people/name-score"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { identifyBatch } from "./identify"
import type { answerPersonInput } from "./input"
import { lockBatch } from "./lock-batch"
import { settleByPerson } from "./settle-by-person"
import type { Question } from "./who-is-who"

/**
 * Keeps, once for all files of a batch, whether a name is the person who was asked about. *Same* makes
 * it an alias and settles the findings that came of the two spellings; *other* is not asked again, and
 * contests a match that was made without a question, too. Of
 * two names that the register does not know, the one asked about is put into it. Refuses (`conflict`)
 * what is no open question of the batch and no match of its own, so that nobody is given a name that no file brings.
 */
export async function answerPerson(
  actor: Actor,
  input: z.output<typeof answerPersonInput>,
): Promise<{ slug: string; batchId: string }> {
  return transaction(async (tx) => {
    // Answers in one batch come one after the other.
    const batch = await lockBatch(tx, input.batchId)
    authorize(actor, "import.bringIn", { groupId: batch.groupId })
    const known = await identifyBatch(tx, { groupId: batch.groupId, batchId: batch.id })
    const question = known.questions.find(
      ({ name, asked }) =>
        name.key === nameKeyOf(input.name) &&
        (input.personId === null
          ? asked.personId === null && asked.name === input.other
          : asked.personId === input.personId),
    )
    const meant = question ?? contested(known, input)
    if (!meant) throw new Refusal("conflict", "imports.answered", { name: input.name })
    const { name, asked } = meant
    const by = { actor, groupId: batch.groupId }
    const personId = asked.personId ?? (await addPerson(tx, { name: asked.name }, by)).id
    await tx.insert(importAnswers).values({
      batchId: batch.id,
      name: name.name,
      personId,
      answer: input.answer,
      answeredBy: personOf(actor),
    })
    if (input.answer === "same") {
      const names = await addAlias(tx, personId, name.name)
      await settleByPerson(tx, batch.id, [...names, ...name.aliases])
    }
    await record(tx, {
      name: "import.answered",
      actor,
      groupId: batch.groupId,
      subject: { type: "person", id: personId },
      data: { person: personId, name: name.name, of: asked.name, answer: input.answer },
    })
    return { slug: batch.slug, batchId: batch.id }
  })
}

/** A match that nobody was asked about, and that somebody says is wrong. */
function contested(
  { names, sure }: Awaited<ReturnType<typeof identifyBatch>>,
  { name: said, personId, answer }: z.output<typeof answerPersonInput>,
): Pick<Question, "name" | "asked"> | null {
  const name = names.find(({ key }) => key === nameKeyOf(said))
  const match = name && sure.get(name.key)
  if (!match || match.answered || match.personId !== personId || answer !== "other") return null
  return { name, asked: { personId: match.personId, name: match.name } }
}

/** All names of the person, the new one among them. */
async function addAlias(tx: Transaction, personId: string, name: string): Promise<string[]> {
  // A save that holds a file points at people: a stronger lock would have each wait for the other.
  const [person] = await tx
    .select()
    .from(people)
    .where(eq(people.id, personId))
    .for("no key update")
  if (!person || person.mergedInto) throw new Refusal("conflict", "imports.answered", { name })
  const alias = tidyName(name)
  // A namesake who was asked about bears the very name already.
  if (alias !== person.name)
    await tx.insert(personAliases).values({ personId, alias }).onConflictDoNothing()
  const rows = await tx
    .select({ alias: personAliases.alias })
    .from(personAliases)
    .where(eq(personAliases.personId, personId))
  return [person.name, ...rows.map((row) => row.alias)]
}
