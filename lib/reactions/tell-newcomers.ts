import { and, eq, gt, isNotNull, isNull, lte, or } from "drizzle-orm"
import { consultations } from "@/db/schema/consultations"
import { memberships } from "@/db/schema/members"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { tellOfConsultation } from "./tell-of-consultations"

/**
 * Whoever became a member of a group since a consultation opened there is told of it as the others were at
 * its opening, each once. Nothing of one that is not open.
 */
export async function tellNewcomers(groupId: string | null): Promise<void> {
  if (groupId === null) return
  const open = await database()
    .select({ id: consultations.id })
    .from(consultations)
    .where(
      and(
        ...[eq(consultations.groupId, groupId), isNotNull(consultations.openedAt)],
        ...[isNull(consultations.closedAt), isNull(consultations.cancelledAt)],
      ),
    )
    .orderBy(consultations.openedAt)
  for (const { id } of open) await tellOfConsultation(id, "opening")
}

/** The same in all groups of somebody who could not be told before: they had no account, or were another person. */
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
  for (const { groupId } of rows) await tellNewcomers(groupId)
}
