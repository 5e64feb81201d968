import { and, eq, inArray, isNotNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { findConsultation } from "@/lib/consultations/queries"
import { replyAddress } from "@/lib/consultations/reply-address"
import { consultationStatus } from "@/lib/consultations/status"
import { giveNotices } from "@/lib/notices/give"
import { membersOf } from "@/lib/notices/recipients"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { compendiumHref, consultationHref } from "./hrefs"

/**
 * The members of the group are told that a consultation is open; with `closing`, those who have not
 * answered that it will soon be over. Nothing of one that is open no more when this runs.
 */
export async function tellOfConsultation(
  consultationId: string,
  call: "opening" | "closing",
): Promise<void> {
  await transaction(async (tx) => {
    const consultation = await findConsultation(tx, consultationId)
    if (!consultation || consultationStatus(consultation, now()) !== "open") return
    const { id, group, slug, title, question, closesAt } = consultation
    const members = await membersOf(tx, group.id)
    const answered = call === "closing" ? await answeredBy(tx, id, members) : new Set()
    await giveNotices(tx, {
      kind: `consultation-${call}`,
      groupId: group.id,
      personIds: members.filter((personId) => !answered.has(personId)),
      key: id,
      href: consultationHref(group.slug, slug),
      data: { title, closesAt: closesAt.toISOString() },
      conversation: `consultation.${id}`,
      more: ({ personId }) => ({
        lines: [question],
        replyTo: replyAddress({ about: { kind: "consultation", id }, author: { personId } }),
      }),
    })
  })
}

/** The members of the group are told that the list of comments with what became of each is published. */
export async function tellOfResult(
  consultationId: string,
  said: { comments: number },
): Promise<void> {
  await transaction(async (tx) => {
    const consultation = await findConsultation(tx, consultationId)
    if (!consultation) return
    const { id, group, slug, title } = consultation
    await giveNotices(tx, {
      kind: "consultation-result",
      groupId: group.id,
      personIds: await membersOf(tx, group.id),
      // The result comes once; a later version of the list corrects it.
      key: id,
      href: compendiumHref(group.slug, slug),
      data: { title, comments: said.comments },
      conversation: `consultation.${id}`,
    })
  })
}

async function answeredBy(
  tx: Transaction,
  consultationId: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await tx
    .selectDistinct({ id: comments.authorId })
    .from(comments)
    .where(
      and(
        eq(comments.consultationId, consultationId),
        isNotNull(comments.authorId),
        inArray(comments.authorId, [...personIds]),
      ),
    )
  return new Set(rows.flatMap(({ id }) => id ?? []))
}
