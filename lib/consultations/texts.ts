import { asc, eq, inArray, sql } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { consultationTexts } from "@/db/schema/consultations"
import { documents } from "@/db/schema/documents"
import { meetings } from "@/db/schema/meetings"
import { minutes } from "@/db/schema/minutes"
import { Refusal } from "@/lib/platform/errors"
import type { ConsultationText } from "./model"

/** A text as a form names it. */
export type ChosenText = Pick<ConsultationText, "kind" | "textId">

/** Step: what is open for comments, in its order, with the titles of today. Meetings are named by number and title. */
export async function listTexts(
  reader: Reader,
  consultationIds: readonly string[],
): Promise<(ConsultationText & { consultationId: string; number: number | null; slug: string })[]> {
  if (consultationIds.length === 0) return []
  const rows = await reader
    .select({
      id: consultationTexts.id,
      consultationId: consultationTexts.consultationId,
      position: consultationTexts.position,
      revision: consultationTexts.revision,
      meetingId: consultationTexts.meetingId,
      documentId: consultationTexts.documentId,
      number: meetings.number,
      title: sql<string>`coalesce(${documents.title}, ${meetings.title}, '')`,
      slug: sql<string>`coalesce(${documents.slug}, '')`,
    })
    .from(consultationTexts)
    .leftJoin(meetings, eq(meetings.id, consultationTexts.meetingId))
    .leftJoin(documents, eq(documents.id, consultationTexts.documentId))
    .where(inArray(consultationTexts.consultationId, [...consultationIds]))
    .orderBy(asc(consultationTexts.position))
  return rows.map(({ meetingId, documentId, ...row }) => ({
    ...row,
    kind: meetingId ? ("minutes" as const) : ("document" as const),
    textId: meetingId ?? documentId ?? "",
  }))
}

/** Step: puts the chosen texts in the place of those before. Refuses one that the group does not have. */
export async function writeTexts(
  tx: Transaction,
  consultation: { id: string; groupId: string },
  chosen: readonly ChosenText[],
): Promise<void> {
  await checkTexts(tx, consultation.groupId, chosen)
  await tx.delete(consultationTexts).where(eq(consultationTexts.consultationId, consultation.id))
  await tx.insert(consultationTexts).values(
    chosen.map(({ kind, textId }, position) => ({
      consultationId: consultation.id,
      position,
      meetingId: kind === "minutes" ? textId : null,
      documentId: kind === "document" ? textId : null,
    })),
  )
}

async function checkTexts(tx: Transaction, groupId: string, chosen: readonly ChosenText[]) {
  const idsOf = (kind: ConsultationText["kind"]) =>
    chosen.filter((text) => text.kind === kind).map(({ textId }) => textId)
  const written = await tx
    .select({ id: meetings.id, groupId: meetings.groupId })
    .from(meetings)
    .innerJoin(minutes, eq(minutes.meetingId, meetings.id))
    .where(inArray(meetings.id, idsOf("minutes")))
  const kept = await tx
    .select({ id: documents.id, groupId: documents.groupId })
    .from(documents)
    .where(inArray(documents.id, idsOf("document")))
  const known = [...written, ...kept].filter((text) => text.groupId === groupId)
  if (known.length !== chosen.length)
    throw new Refusal("invalid", "fields", {}, { texts: "consultation.textUnknown" })
}

/** Step: notes for each text which revision stands now, at the opening. */
export async function pinRevisions(tx: Transaction, consultationId: string): Promise<void> {
  await tx
    .update(consultationTexts)
    .set({
      revision: sql`coalesce(
        (select ${minutes.revision} from ${minutes} where ${minutes.meetingId} = ${consultationTexts.meetingId}),
        (select ${documents.revision} from ${documents} where ${documents.id} = ${consultationTexts.documentId}))`,
    })
    .where(eq(consultationTexts.consultationId, consultationId))
}
