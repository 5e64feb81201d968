import { and, count, eq, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { memberships } from "@/db/schema/members"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { notFound, Refusal } from "@/lib/platform/errors"
import { rolesOf } from "@/lib/policy/can"
import type { MemberRole } from "./model"

export type LockedGroup = { id: string; slug: string; shortName: string; name: string }

/** Step: locks a group, so that its memberships change one after the other. */
export async function lockGroup(tx: Transaction, groupId: string): Promise<LockedGroup> {
  const [group] = await tx
    .select({ id: groups.id, slug: groups.slug, shortName: groups.shortName, name: groups.name })
    .from(groups)
    .where(eq(groups.id, groupId))
    .for("update")
  if (!group) throw notFound()
  return group
}

/** The stretch of membership that is open now, or null. */
export async function openMembership(tx: Transaction, groupId: string, personId: string) {
  const [open] = await tx
    .select()
    .from(memberships)
    .where(
      and(
        eq(memberships.groupId, groupId),
        eq(memberships.personId, personId),
        isNull(memberships.until),
      ),
    )
  return open ?? null
}

/** Step: begins a stretch, ending the open one at the same instant. The group is locked. */
export async function beginMembership(
  tx: Transaction,
  begun: { groupId: string; personId: string; role: MemberRole; since?: Date },
): Promise<void> {
  const at = now()
  await endOpen(tx, begun.groupId, begun.personId, at)
  await tx.insert(memberships).values({ since: at, ...begun })
}

/** Step: ends the open stretch, if there is one. The group is locked. */
export async function endOpen(
  tx: Transaction,
  groupId: string,
  personId: string,
  at = now(),
): Promise<void> {
  await tx
    .update(memberships)
    .set({ until: at })
    .where(
      and(
        eq(memberships.groupId, groupId),
        eq(memberships.personId, personId),
        isNull(memberships.until),
      ),
    )
}

/** Step, after a co-chair went: refuses to leave a group without one, unless the secretariat acts. */
export async function keepCoChair(tx: Transaction, actor: Actor, groupId: string): Promise<void> {
  if (rolesOf(actor).includes("secretariat")) return
  const [row] = await tx
    .select({ n: count() })
    .from(memberships)
    .where(
      and(
        eq(memberships.groupId, groupId),
        eq(memberships.role, "co-chair"),
        isNull(memberships.until),
      ),
    )
  if (row?.n === 0) throw new Refusal("conflict", "members.lastCoChair")
}
