import { desc, eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { compendia } from "@/db/schema/consultations"
import { record } from "@/lib/activity/record"
import { lockConsultation } from "@/lib/consultations/lock"
import { publicNamesOf } from "@/lib/consultations/public-names"
import { findConsultation, textsOfConsultation } from "@/lib/consultations/queries"
import { worksheetRows } from "@/lib/consultations/worksheet/rows"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { appendEntry } from "@/lib/record/append-entry"
import { sha256Of } from "@/lib/record/canonical"
import { keepErasuresAway } from "@/lib/record/hold-erasures"
import { keepNames } from "@/lib/record/keep-names"
import { addressOf } from "@/lib/record/model"
import { sealContent } from "@/lib/record/seal-content"
import { sourceOf } from "@/lib/search/sources"
import { writeSource } from "@/lib/search/write-source"
import { composeCompendium } from "./compose"
import type { publishCompendiumInput } from "./input"
import { compendiumLacks } from "./lacks"
import { madeOf } from "./made-of"
import type { CompendiumContent } from "./model"
import { openCompendium } from "./open"
import { type CompendiumLacks, isReady } from "./status"
import { unnameCompendium } from "./unname"

/**
 * Publishes the compendium of a consultation that is over, as its next version: every comment with what
 * became of it. Refuses with `invalid` while threads are not decided or lack a reason, comments wait, or
 * minutes that it is about are to be published first; with `conflict` when that version was published
 * meanwhile, or would say the same as the last.
 */
export async function publishCompendium(
  actor: Actor,
  { consultationId, version }: z.output<typeof publishCompendiumInput>,
): Promise<{ version: number }> {
  return transaction(async (tx) => {
    await keepErasuresAway(tx)
    const { groupId } = await lockConsultation(tx, consultationId)
    authorize(actor, "consultation.hold", { groupId })
    const consultation = await findConsultation(tx, consultationId)
    const publishedBy = personOf(actor)
    if (!consultation || publishedBy === null) throw notFound()
    // A correction that is under way shows nothing of itself before it is published.
    const names = await publicNamesOf(tx, consultationId)
    const called = new Map(names.map((name) => [name.id, name]))
    const rows = await worksheetRows(tx, consultationId, called)
    const lacks = await compendiumLacks(tx, consultation, rows)
    if (!isReady(lacks)) throw refusal(lacks)
    const { last, earlier } = await versionsBefore(tx, consultationId)
    if ((last?.version ?? 0) + 1 !== version)
      throw new Refusal("conflict", "compendium.published", { version: last?.version ?? 0 })
    const publishedAt = now()
    const texts = (await textsOfConsultation(tx, consultationId)).map((text) => {
      const { title, number } = called.get(text.id) ?? text
      return { ...text, title, number }
    })
    const content = await unnameCompendium(
      tx,
      composeCompendium(consultation, texts, rows, { version, publishedAt }),
      texts.flatMap(({ kind, textId }) => (kind === "minutes" ? textId : [])),
    )
    if (last && sameWords(last, content)) throw new Refusal("conflict", "compendium.same")
    const of = await madeOf(tx, consultationId)
    const {
      names: sealedNames,
      sha256,
      ...sealed
    } = await sealContent(tx, "compendium", content, {
      mentioned: of.mentioned,
      there: [...of.there, ...(await whoCommented(tx, consultationId))],
      beside: {},
    })
    const [compendium] = await tx
      .insert(compendia)
      .values({
        ...{ consultationId, version, content: sealed.content, publishedBy, publishedAt },
        sha256,
      })
      .returning({ id: compendia.id })
    if (!compendium) throw new Error("A compendium was not written")
    const ofBefore = [...earlier, ...of.versions]
    await keepNames(tx, { kind: "compendium", id: compendium.id, earlier: ofBefore }, sealedNames)
    await record(tx, {
      name: "compendium.published",
      actor,
      groupId,
      subject: { type: "consultation", id: consultationId },
      data: { title: consultation.title, version, comments: rows.length },
      publicChange: [consultation.group.slug],
    })
    await appendEntry(tx, {
      ...{ groupId, kind: "compendium", subjectId: compendium.id, sha256, at: publishedAt },
      address: addressOf.compendium(consultation.slug, version),
    })
    await writeSource(tx, sourceOf("consultation", consultationId))
    return { version }
  })
}

function refusal({ runs, open, reason, waiting, minutes }: CompendiumLacks): Refusal {
  if (runs) return new Refusal("invalid", "compendium.runs")
  if (minutes.length > 0)
    return new Refusal("invalid", "compendium.beforeReport", { count: minutes.length })
  return new Refusal("invalid", "compendium.notReady", { open, reason, waiting })
}

/** The people of the register who commented. */
async function whoCommented(tx: Transaction, consultationId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: comments.authorId })
    .from(comments)
    .where(eq(comments.consultationId, consultationId))
  return rows.flatMap(({ id }) => id ?? [])
}

/** The newest version, opened, and the ids of all. */
async function versionsBefore(tx: Transaction, consultationId: string) {
  const rows = await tx
    .select({ id: compendia.id, content: compendia.content })
    .from(compendia)
    .where(eq(compendia.consultationId, consultationId))
    .orderBy(desc(compendia.version))
  const [newest] = rows
  return {
    last: newest ? await openCompendium(tx, newest) : null,
    earlier: rows.map(({ id }) => id),
  }
}

/** Whether two versions differ in nothing but which of them it is. */
function sameWords(a: CompendiumContent, b: CompendiumContent): boolean {
  const words = ({ version: _, publishedAt: __, ...rest }: CompendiumContent) => sha256Of(rest)
  return words(a) === words(b)
}
