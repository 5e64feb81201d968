import { count, eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { documentVersions } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal, violatedConstraint } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { composeVersion, sha256Of } from "./compose-version"
import type { makeVersionInput } from "./facts-input"
import { subjectOf } from "./hold"
import { holdText } from "./hold-text"

/**
 * Makes the current revision a version: named, numbered, with the title and kind of this moment, and
 * never changed again. Refuses with `conflict` when the text moved on since the form was opened, and
 * at the field when another version has the name.
 */
export async function makeVersion(
  actor: Actor,
  { documentId, revision, name, note }: z.output<typeof makeVersionInput>,
): Promise<{ group: string; document: string; version: number }> {
  return transaction(async (tx) => {
    const held = await holdText(tx, documentId)
    authorize(actor, "document.hold", subjectOf(held))
    const madeBy = personOf(actor)
    if (!madeBy) throw new Refusal("forbidden", "forbidden")
    if (held.revision !== revision)
      throw new Refusal("conflict", "documents.movedOn", { revision: held.revision })
    const number = (await countVersions(tx, documentId)) + 1
    const madeAt = now()
    const { slug, title, kind, language, text } = held
    const content = composeVersion({
      group: await groupOf(tx, held.groupId),
      document: { slug, title, kind, language },
      version: { number, name, note, madeAt },
      text,
    })
    const sha256 = sha256Of(content)
    const values = { documentId, number, name, note, revision, content, sha256, madeBy, madeAt }
    await tx
      .transaction((inner) => inner.insert(documentVersions).values(values))
      .catch((error: unknown) => {
        if (violatedConstraint(error) !== "document_versions_name") throw error
        throw new Refusal("invalid", "fields", {}, { name: "documents.nameTaken" })
      })
    await record(tx, {
      name: "document.versionMade",
      actor,
      groupId: held.groupId,
      subject: { type: "document", id: documentId },
      data: { title, version: number, name },
    })
    return { group: held.groupSlug, document: slug, version: number }
  })
}

async function countVersions(tx: Transaction, documentId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId))
  return row?.n ?? 0
}

async function groupOf(tx: Transaction, groupId: string) {
  const { slug, shortName, name } = groups
  const [group] = await tx
    .select({ slug, shortName, name })
    .from(groups)
    .where(eq(groups.id, groupId))
  if (!group) throw notFound()
  return group
}
