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
import { isSymbol, type KnownMandate, knownBySymbol, knownMandates } from "./known-mandates"
import { type NewArea, writeMapping } from "./write-mapping"

type Input = z.output<typeof beginMappingInput>

/** A mandate cannot be called what an address of the desk uses beside it. */
const usedWords = ["new"]

/**
 * Begins the mapping of a mandate in a group, with its first areas and one for what belongs to none; where none are
 * named, with those that are known of the mandate. Refuses a mandate that the group maps already, a document that the
 * portal has under its symbol, and areas of one name.
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
      ...{ areas: areasOf(input, knownBySymbol(mandate.symbol)), createdBy: personOf(actor) },
    })
    await record(tx, {
      ...{ name: "mapping.begun", actor, groupId },
      subject: { type: "mapping", id: mappingId },
      data: { mandate: mandate.title },
    })
    return { group: group.slug, mandate: mandate.slug }
  })
}

async function findMandate(tx: Transaction, input: Input): Promise<typeof mandates.$inferSelect> {
  const { mandateId } = input
  const all = await tx.select().from(mandates)
  const named = knownMandates.find(({ slug }) => slug === mandateId)
  if (mandateId !== "new" && !named) {
    const there = all.find(({ id }) => id === mandateId)
    if (!there) throw notFound()
    return there
  }
  const { title, symbol, dated, link } = named ?? input
  const there = all.find((one) => isSymbol(one.symbol, symbol))
  // Another group may have begun with it since the form was shown.
  if (there && named) return there
  if (there) {
    const fields = { symbol: "mapping.mandateKnown" }
    throw new Refusal("conflict", "mapping.mandateKnown", { mandate: there.title }, fields)
  }
  const wanted = knownBySymbol(symbol)?.slug ?? slugOf(title)
  const slug = freeSlug(wanted, new Set([...usedWords, ...all.map((one) => one.slug)]))
  const [made] = await tx
    .insert(mandates)
    .values({ slug, title, symbol, dated: dated || null, link })
    .onConflictDoNothing()
    .returning()
  // Another group wrote it, or took its address, while this waited: it is there now to be read.
  return made ?? findMandate(tx, input)
}

/** What was named, or what is known of the mandate; the area for the rest bears the name that was given. */
function areasOf({ areas, crossCutting }: Input, known: KnownMandate | undefined): NewArea[] {
  const usual = known?.areas ?? []
  const isNone = areas.length === 0
  const first = isNone ? usual.filter((area) => !area.crossCutting) : areas
  const rest = isNone ? usual.find((area) => area.crossCutting) : undefined
  const last = { title: crossCutting, aliases: rest?.aliases ?? [], crossCutting: true }
  const made: NewArea[] = []
  for (const area of [...first, last]) {
    const slug = usual.find(({ title }) => title === area.title)?.slug ?? slugOf(area.title)
    made.push({
      ...area,
      aliases: checkNames(area, made),
      slug: freeSlug(slug, new Set(made.map((one) => one.slug))),
    })
  }
  return made
}
