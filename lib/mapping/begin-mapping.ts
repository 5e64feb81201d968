import { and, eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { mandates, mappings } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import { freeSlug, slugOf } from "@/lib/documents/model"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { checkNames } from "./areas/area-names"
import type { beginMappingInput } from "./input"
import { type NewArea, writeMapping } from "./write-mapping"

type Input = z.output<typeof beginMappingInput>

/** A mandate cannot be called what an address of the desk uses beside it. */
const usedWords = ["new"]

/**
 * Begins the mapping of a mandate in a group, with its first areas and one for what belongs to none. Refuses a mandate
 * that the group maps already, a document that the portal knows under its symbol, and areas of one name.
 */
export async function beginMapping(
  actor: Actor,
  input: Input,
): Promise<{ group: string; mandate: string }> {
  return transaction(async (tx) => {
    const { groupId, goal, rule, months } = input
    const [group] = await tx
      .select({ slug: groups.slug })
      .from(groups)
      .where(eq(groups.id, groupId))
      .for("update")
    if (!group) throw notFound()
    authorize(actor, "mapping.begin", { groupId })
    const mandate = await findMandate(tx, input)
    const [there] = await tx
      .select({ id: mappings.id })
      .from(mappings)
      .where(and(eq(mappings.groupId, groupId), eq(mappings.mandateId, mandate.id)))
    if (there) throw new Refusal("conflict", "mapping.begunBefore", { mandate: mandate.title })
    const { mappingId } = await writeMapping(tx, {
      ...{ groupId, goal, rule, months, mandateId: mandate.id },
      ...{ areas: areasOf(input), createdBy: personOf(actor) },
    })
    await record(tx, {
      ...{ name: "mapping.begun", actor, groupId },
      subject: { type: "mapping", id: mappingId },
      data: { mandate: mandate.title },
    })
    return { group: group.slug, mandate: mandate.slug }
  })
}

async function findMandate(tx: Transaction, input: Input) {
  const { mandateId, title, symbol, dated, link } = input
  const all = await tx.select().from(mandates)
  if (mandateId !== "new") {
    const known = all.find(({ id }) => id === mandateId)
    if (!known) throw notFound()
    return known
  }
  const known = all.find((one) => one.symbol.toLowerCase() === symbol.toLowerCase())
  if (known) {
    const fields = { symbol: "mapping.mandateKnown" }
    throw new Refusal("conflict", "mapping.mandateKnown", { mandate: known.title }, fields)
  }
  const slug = freeSlug(slugOf(title), new Set([...usedWords, ...all.map((one) => one.slug)]))
  const [made] = await tx
    .insert(mandates)
    .values({ slug, title, symbol, dated: dated || null, link })
    .returning()
  if (!made) throw new Error("The mandate was not written")
  return made
}

function areasOf({ areas, crossCutting }: Input): NewArea[] {
  const made: NewArea[] = []
  for (const area of [...areas, { title: crossCutting, aliases: [], crossCutting: true }])
    made.push({
      ...area,
      aliases: checkNames(area, made),
      slug: freeSlug(slugOf(area.title), new Set(made.map(({ slug }) => slug))),
    })
  return made
}
