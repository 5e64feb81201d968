import { and, count, eq, gt, lt, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { attempts } from "@/db/schema/accounts"
import { daysFromNow, minutesFromNow, now } from "@/lib/platform/clock"
import { keyedHash } from "@/lib/platform/secrets"

/** Minutes over which requests are counted. */
export const limitMinutes = 15

/**
 * Counts one request and says whether it is within `most` in the last quarter of an hour. The same key
 * is counted one after the other, so that requests sent at once cannot slip past together.
 */
export async function countAttempt(
  tx: Transaction,
  kind: string,
  key: string,
  most: number,
): Promise<boolean> {
  const keyHash = keyedHash(`${kind} ${key.toLowerCase()}`)
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${keyHash}, 0))`)
  const [row] = await tx
    .select({ n: count() })
    .from(attempts)
    .where(
      and(
        eq(attempts.kind, kind),
        eq(attempts.keyHash, keyHash),
        gt(attempts.at, minutesFromNow(-limitMinutes)),
      ),
    )
  if ((row?.n ?? 0) >= most) return false
  await tx.insert(attempts).values({ kind, keyHash, at: now() })
  await tx.delete(attempts).where(lt(attempts.at, daysFromNow(-1)))
  return true
}
