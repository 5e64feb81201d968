import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { editions } from "@/db/schema/editions"
import { record } from "@/lib/activity/record"
import { holdMapping } from "@/lib/mapping/hold"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { appendEntry } from "@/lib/record/append-entry"
import { keepErasuresAway } from "@/lib/record/hold-erasures"
import { keepNames } from "@/lib/record/keep-names"
import { addressOf } from "@/lib/record/model"
import { sealContent } from "@/lib/record/seal-content"
import { composeEdition } from "./compose"
import { findFrozen, listChangedSince } from "./frozen-meanwhile"
import type { freezeEditionInput } from "./input"
import { keepNewestLinks } from "./keep-links"
import type { EditionContent } from "./model"
import { moveToAnnex } from "./move-to-annex"

export type Frozen = { group: string; mandate: string; edition: number; annexed: number }

/**
 * Freezes a mapping as its next edition, public at once and for good: activities of finished years move
 * to the annex, and the edition stands on the group's ledger. Freezes exactly the table that the form
 * showed: refuses with `conflict` when somebody froze it (`FrozenMeanwhile`) or changed it
 * (`ChangedMeanwhile`) since, and with `invalid` when it has no row.
 */
export async function freezeEdition(
  actor: Actor,
  input: z.output<typeof freezeEditionInput>,
): Promise<Frozen> {
  return transaction(async (tx) => {
    await keepErasuresAway(tx)
    const held = await holdMapping(tx, input.mappingId)
    const { groupId, groupSlug, mandate } = held
    authorize(actor, "edition.freeze", { groupId })
    const frozenBy = personOf(actor)
    if (!frozenBy) throw new Refusal("forbidden", "forbidden")
    const composed = await composeEdition(tx, held.id)
    if (composed.number !== input.edition)
      throw await refuseFrozen(tx, held.id, composed.number - 1)
    if (held.change !== input.change || composed.mark !== input.mark)
      throw await refuseChanged(tx, held.id, input.change)
    if (composed.content.rows.length === 0) throw new Refusal("invalid", "editions.empty")
    const frozenAt = now()
    const content: EditionContent = {
      ...composed.content,
      ...{ number: composed.number, frozenAt: frozenAt.toISOString(), note: input.note },
    }
    const { number } = content
    const { names, sha256, beside, ...sealed } = await sealContent(tx, "edition", content, {
      mentioned: composed.mentioned,
      beside: { note: input.note },
    })
    const earlier = await tx
      .select({ id: editions.id })
      .from(editions)
      .where(eq(editions.mappingId, held.id))
    const [edition] = await tx
      .insert(editions)
      .values({
        ...{ mappingId: held.id, number, ...beside, content: sealed.content },
        ...{ sha256, frozenBy, frozenAt },
      })
      .returning({ id: editions.id })
    if (!edition) throw new Error("The edition was not written")
    const ofBefore = earlier.map(({ id }) => id)
    await keepNames(tx, { kind: "edition", id: edition.id, earlier: ofBefore }, names)
    const annexed = await moveToAnnex(tx, held, {
      ...{ actor, editionId: edition.id, moves: composed.moves },
    })
    // As it is sealed, not as it was composed: a name that was erased before stays out of it.
    await keepNewestLinks(tx, { groupId, mappingId: held.id })
    await record(tx, {
      name: "edition.frozen",
      actor,
      groupId,
      subject: { type: "mapping", id: held.id },
      data: { mandate: mandate.title, edition: number, rows: content.rows.length, annexed },
      publicChange: [groupSlug],
    })
    await appendEntry(tx, {
      ...{ groupId, kind: "edition", subjectId: edition.id, sha256, at: frozenAt },
      address: addressOf.edition(mandate.slug, number),
    })
    return { group: groupSlug, mandate: mandate.slug, edition: number, annexed }
  })
}

async function refuseFrozen(tx: Transaction, mappingId: string, newest: number): Promise<Refusal> {
  const frozen = await findFrozen(tx, mappingId, newest)
  if (!frozen) return new Refusal("invalid", "editions.noSuch")
  const { number, by } = frozen
  return new Refusal("conflict", "editions.frozen", { edition: number, by }, {}, frozen)
}

async function refuseChanged(tx: Transaction, mappingId: string, shown: number): Promise<Refusal> {
  const changed = await listChangedSince(tx, mappingId, shown)
  return changed.count > 0
    ? new Refusal("conflict", "editions.changed", { changes: changed.count }, {}, changed)
    : new Refusal("conflict", "editions.changedBeside")
}
