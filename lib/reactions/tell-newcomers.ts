import { and, gt, inArray, isNotNull, isNull, lte, or } from "drizzle-orm"
import { consultations } from "@/db/schema/consultations"
import { memberships } from "@/db/schema/members"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { tellOfConsultation } from "./tell-of-consultations"

/**
 * Whoever became a member of a group, or can be told only now, is told of the consultations that are open
 * in all of their groups as the others were at the opening, each once. With a membership may come the
 * account that they lacked in another group.
 */
export async function tellNewcomers(personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const at = now()
  const theirs = database()
    .select({ groupId: memberships.groupId })
    .from(memberships)
    .where(
      and(
        ...[inArray(memberships.personId, [...personIds]), lte(memberships.since, at)],
        or(isNull(memberships.until), gt(memberships.until, at)),
      ),
    )
  const open = await database()
    .select({ id: consultations.id })
    .from(consultations)
    .where(
      and(
        ...[inArray(consultations.groupId, theirs), isNotNull(consultations.openedAt)],
        ...[isNull(consultations.closedAt), isNull(consultations.cancelledAt)],
      ),
    )
    .orderBy(consultations.openedAt)
  for (const { id } of open) await tellOfConsultation(id, "opening", personIds)
}
