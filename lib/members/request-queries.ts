import { and, asc, eq, isNotNull, isNull } from "drizzle-orm"
import { accounts } from "@/db/schema/accounts"
import { joinRequests } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import type { StakeholderGroup } from "@/lib/people/model"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { isId } from "@/lib/platform/ids"
import { authorize, can } from "@/lib/policy/can"
import { type Candidate, candidatesFor } from "./decide-person"

export type PendingRequest = {
  id: string
  name: string
  email: string
  organisation: string
  stakeholderGroup: StakeholderGroup | null
  purpose: string
  confirmedAt: Date
}

const pending = (groupId: string) =>
  and(
    eq(joinRequests.groupId, groupId),
    isNotNull(joinRequests.confirmedAt),
    isNull(joinRequests.decision),
  )

/** Who asks to join and is not answered yet, the longest waiting first. Nobody for readers who may not admit. */
export async function listPendingRequests(
  actor: Actor,
  groupId: string,
): Promise<PendingRequest[]> {
  authorize(actor, "member.list", { groupId })
  if (!can(actor, "member.admit", { groupId })) return []
  const rows = await database()
    .select()
    .from(joinRequests)
    .where(pending(groupId))
    .orderBy(asc(joinRequests.confirmedAt))
  return rows.map(asPending)
}

function asPending(row: typeof joinRequests.$inferSelect): PendingRequest {
  const { id, name, email, organisation, stakeholderGroup, purpose } = row
  const confirmedAt = row.confirmedAt ?? row.createdAt
  return { id, name, email, organisation, stakeholderGroup, purpose, confirmedAt }
}

export type RequestForDecision = PendingRequest & {
  /** Who signs in with the address already, as they are listed. */
  knownAs: string | null
  /** Otherwise: people of the register who bear the name. */
  candidates: Candidate[]
}

/** A request to join with whom it may be from, for the co-chair who decides. */
export async function getPendingRequest(
  actor: Actor,
  groupId: string,
  requestId: string,
): Promise<RequestForDecision> {
  authorize(actor, "member.admit", { groupId })
  if (!isId(requestId)) throw notFound()
  const [row] = await database()
    .select()
    .from(joinRequests)
    .where(and(pending(groupId), eq(joinRequests.id, requestId)))
  if (!row) throw notFound()
  const [known] = await database()
    .select({ name: people.name })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(eq(accounts.email, row.email))
  const candidates = known ? [] : await candidatesFor(database(), row.name)
  return { ...asPending(row), knownAs: known?.name ?? null, candidates }
}
