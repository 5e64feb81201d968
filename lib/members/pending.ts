import { and, eq, isNotNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { joinRequests } from "@/db/schema/members"
import { now } from "@/lib/platform/clock"
import { notFound, Refusal } from "@/lib/platform/errors"
import { isLocale, routing } from "@/lib/platform/locales"

/** Locks a confirmed request of a group that nobody decided yet; refuses with `conflict` one that was decided. */
export async function lockRequest(tx: Transaction, groupId: string, requestId: string) {
  const [request] = await tx
    .select()
    .from(joinRequests)
    .where(
      and(
        eq(joinRequests.id, requestId),
        eq(joinRequests.groupId, groupId),
        isNotNull(joinRequests.confirmedAt),
      ),
    )
    .for("update")
  if (!request) throw notFound()
  if (request.decision !== null) throw new Refusal("conflict", "members.requestDecided")
  const { locale } = request
  return { ...request, locale: isLocale(locale) ? locale : routing.defaultLocale }
}

/** Step: writes what became of a request. */
export async function settleRequest(
  tx: Transaction,
  requestId: string,
  outcome: { decision: "admitted" | "declined"; reason?: string; decidedBy: string | null },
): Promise<void> {
  await tx
    .update(joinRequests)
    .set({ ...outcome, decidedAt: now() })
    .where(eq(joinRequests.id, requestId))
}
