import { and, isNotNull, sql } from "drizzle-orm"
import { commentDrafts } from "@/db/schema/comments"
import { findConsultation } from "@/lib/consultations/queries"
import { consultationStatus } from "@/lib/consultations/status"
import { isSendable, keptPrefix } from "@/lib/consultations/take-in"
import { giveNotices } from "@/lib/notices/give"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { consultationHref } from "./hrefs"

/**
 * The members whose comments came when none were taken are told that they can still send them, once for
 * each end of the consultation. Nothing where late ones are not taken when this runs.
 */
export async function tellOfLate(consultationId: string): Promise<void> {
  await transaction(async (tx) => {
    const consultation = await findConsultation(tx, consultationId)
    if (!consultation || consultationStatus(consultation, now()) !== "late") return
    const { id, group, slug, title, closesAt, lateUntil } = consultation
    const rows = await tx
      .selectDistinct({ personId: commentDrafts.personId })
      .from(commentDrafts)
      .where(
        and(
          ...[isNotNull(commentDrafts.personId), isSendable],
          sql`starts_with(${commentDrafts.key}, ${keptPrefix(id)})`,
        ),
      )
    await giveNotices(tx, {
      kind: "consultation-opening",
      groupId: group.id,
      personIds: rows.flatMap(({ personId }) => personId ?? []),
      key: `${id} late ${closesAt.toISOString()}`,
      href: consultationHref(group.slug, slug),
      data: { title, closesAt: (lateUntil ?? closesAt).toISOString(), change: "late" },
      conversation: `consultation.${id}`,
    })
  })
}
