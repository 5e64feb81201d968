import { eq, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { documentVersions } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { keepErasuresAway } from "@/lib/record/hold-erasures"
import { keepNames } from "@/lib/record/keep-names"
import { openTexts } from "@/lib/record/open-content"
import { mentionedIn } from "@/lib/record/seal"
import { sealContent } from "@/lib/record/seal-content"
import { composeVersion } from "./compose-version"
import type { makeVersionInput } from "./facts-input"
import { subjectOf } from "./hold"
import { holdText } from "./hold-text"
import { namesOfOrigin } from "./names-of-origin"

/**
 * Makes the current revision a version: named, numbered, with the title and kind of this moment, and
 * never changed again; names in it are sealed, so that they can be erased. Refuses with `conflict` when the
 * text moved on since the form was opened, and at the field when another version has the name.
 */
export async function makeVersion(
  actor: Actor,
  { documentId, revision, name, note }: z.output<typeof makeVersionInput>,
): Promise<{ group: string; document: string; version: number }> {
  return transaction(async (tx) => {
    await keepErasuresAway(tx)
    const held = await holdText(tx, documentId)
    authorize(actor, "document.hold", subjectOf(held))
    const madeBy = personOf(actor)
    if (!madeBy) throw new Refusal("forbidden", "forbidden")
    if (held.revision !== revision)
      throw new Refusal("conflict", "documents.movedOn", { revision: held.revision })
    const earlier = await versionsBefore(tx, documentId)
    if (earlier.some((version) => version.name === name))
      throw new Refusal("invalid", "fields", {}, { name: "documents.nameTaken" })
    const number = earlier.length + 1
    const madeAt = now()
    const { slug, title, kind, language, text } = held
    const content = composeVersion({
      group: await groupOf(tx, held.groupId),
      document: { slug, title, kind, language },
      version: { number, name, note, madeAt },
      text,
    })
    // Mentions are words alone in the record; whom they mention is known here for the last time.
    const origin = await namesOfOrigin(tx, documentId)
    const sealed = await sealContent(tx, "document", content, {
      mentioned: [...origin.mentioned, ...mentionedIn(text)],
      beside: { name, note },
    })
    const values = {
      ...{ documentId, number, revision, madeBy, madeAt, ...sealed.beside },
      ...{ content: sealed.content, sha256: sealed.sha256 },
    }
    const [made] = await tx
      .insert(documentVersions)
      .values(values)
      .returning({ id: documentVersions.id })
    if (!made) throw new Error("A version was not written")
    const ofBefore = [...earlier.map(({ id }) => id), ...origin.editionIds]
    await keepNames(tx, { kind: "document", id: made.id, earlier: ofBefore }, sealed.names)
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

/**
 * The versions until now with their names as people read them. The database cannot compare these: each holds
 * keys of its own where it names somebody. Whoever makes a version holds the document, and comes alone.
 */
async function versionsBefore(
  tx: Transaction,
  documentId: string,
): Promise<{ id: string; name: string }[]> {
  const rows = await tx
    .select({
      id: documentVersions.id,
      name: documentVersions.name,
      language: sql<string>`${documentVersions.content} -> 'document' ->> 'language'`,
    })
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId))
  return openTexts(
    tx,
    rows,
    ({ id, language }) => ({ id, language }),
    ({ name }) => [name],
    (row, open) => ({ ...row, name: open(row.name) }),
  )
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
