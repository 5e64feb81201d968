import { and, eq } from "drizzle-orm"
import type { z } from "zod"
import { missingDocuments } from "@/db/schema/backlinks"
import { documents } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { fillMissingInput } from "./input"

/**
 * Puts a document of the group, or an address elsewhere, where a text speaks of one that nobody had put
 * there: every link of that name in the text leads to it from now on, also in what is published. One
 * that was filled may be filled otherwise.
 */
export async function fillMissing(
  actor: Actor,
  { missingId, documentId, href }: z.output<typeof fillMissingInput>,
): Promise<{ group: string; label: string }> {
  return transaction(async (tx) => {
    const [missing] = await tx
      .select({ missing: missingDocuments, slug: groups.slug })
      .from(missingDocuments)
      .innerJoin(groups, eq(groups.id, missingDocuments.groupId))
      .where(eq(missingDocuments.id, missingId))
      .for("update", { of: missingDocuments })
    if (!missing) throw notFound()
    const { groupId, label, meetingId, documentId: spokenIn } = missing.missing
    authorize(actor, "document.edit", { groupId })
    if (documentId) {
      const [document] = await tx
        .select({ id: documents.id })
        .from(documents)
        .where(and(eq(documents.groupId, groupId), eq(documents.id, documentId)))
      if (!document) throw new Refusal("invalid", "fields", {}, { documentId: "documents.fillOne" })
    }
    await tx
      .update(missingDocuments)
      .set({
        filledDocumentId: documentId,
        filledHref: documentId ? null : href,
        filledBy: personOf(actor),
        filledAt: now(),
      })
      .where(eq(missingDocuments.id, missingId))
    await record(tx, {
      name: "document.missingFilled",
      actor,
      groupId,
      subject: spokenIn
        ? { type: "document", id: spokenIn }
        : { type: "meeting", id: meetingId ?? "" },
      data: { label },
      publicChange: [missing.slug],
    })
    return { group: missing.slug, label }
  })
}
