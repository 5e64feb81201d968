import { eq } from "drizzle-orm"
import type { z } from "zod"
import { documentPublications, documentVersions } from "@/db/schema/documents"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { appendEntry } from "@/lib/record/append-entry"
import { keepErasuresAway } from "@/lib/record/hold-erasures"
import { addressOf } from "@/lib/record/model"
import { sourceOf } from "@/lib/search/sources"
import { writeSource } from "@/lib/search/write-source"
import type { publishVersionInput } from "./facts-input"
import { holdDocument } from "./hold"
import { keepPublicLinks } from "./keep-public-links"
import { openDocumentVersion } from "./open-versions"

/**
 * Makes a version public, for good: at its own address, and at the document's while no newer one is
 * public. Refuses with `conflict` when it is public already.
 */
export async function publishVersion(
  actor: Actor,
  { versionId }: z.output<typeof publishVersionInput>,
): Promise<{ group: string; document: string; version: number }> {
  return transaction(async (tx) => {
    await keepErasuresAway(tx)
    const [version] = await tx
      .select()
      .from(documentVersions)
      .where(eq(documentVersions.id, versionId))
    if (!version) throw notFound()
    const { name } = (await openDocumentVersion(tx, version)).version
    const held = await holdDocument(tx, version.documentId)
    authorize(actor, "document.publish", { groupId: held.groupId })
    const publishedBy = personOf(actor)
    if (!publishedBy) throw new Refusal("forbidden", "forbidden")
    const publishedAt = now()
    const [published] = await tx
      .insert(documentPublications)
      .values({ versionId, publishedBy, publishedAt })
      .onConflictDoNothing()
      .returning()
    if (!published) throw new Refusal("conflict", "documents.isPublic", { version: version.number })
    await keepPublicLinks(tx, { groupId: held.groupId, documentId: held.id })
    await record(tx, {
      name: "document.published",
      actor,
      groupId: held.groupId,
      subject: { type: "document", id: held.id },
      data: { title: held.title, version: version.number, name },
      publicChange: [held.groupSlug],
    })
    await appendEntry(tx, {
      ...{ groupId: held.groupId, kind: "document", subjectId: versionId },
      address: addressOf.document(held.slug, version.number),
      ...{ sha256: version.sha256, at: publishedAt },
    })
    await writeSource(tx, sourceOf("document", held.id))
    return { group: held.groupSlug, document: held.slug, version: version.number }
  })
}
