import { and, eq, gt, inArray, isNotNull, isNull, lte, or } from "drizzle-orm"
import { consultations } from "@/db/schema/consultations"
import { memberships } from "@/db/schema/members"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { tellOfConsultation } from "./tell-of-consultations"

/**
 * Whoever became a member of a group, or can be told only now, is told of the consultations that are open
 * there as the others were at the opening, each once.
 */
export async function tellNewcomers(
  groupIds: readonly string[],
  personIds: readonly string[],
): Promise<void> {
  if (groupIds.length === 0 || personIds.length === 0) return
  const open = await database()
    .select({ id: consultations.id })
    .from(consultations)
    .where(
      and(
        ...[inArray(consultations.groupId, [...groupIds]), isNotNull(consultations.openedAt)],
        ...[isNull(consultations.closedAt), isNull(consultations.cancelledAt)],
      ),
    )
    .orderBy(consultations.openedAt)
  for (const { id } of open) await tellOfConsultation(id, "opening", personIds)
}

/** The same in all groups of somebody: who had no account before, or was another person. */
export async function tellInGroupsOf(personId: string): Promise<void> {
  const at = now()
  const rows = await database()
    .selectDistinct({ groupId: memberships.groupId })
    .from(memberships)
    .where(
      and(
        ...[eq(memberships.personId, personId), lte(memberships.since, at)],
        or(isNull(memberships.until), gt(memberships.until, at)),
      ),
    )
  const groupIds = rows.map(({ groupId }) => groupId)
  await tellNewcomers(groupIds, [personId])
}
