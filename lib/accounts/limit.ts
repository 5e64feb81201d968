import { and, count, eq, gt, lt, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { attempts } from "@/db/schema/accounts"
import { daysFromNow, minutesFromNow, now } from "@/lib/platform/clock"
import { env } from "@/lib/platform/env"
import { Refusal } from "@/lib/platform/errors"
import { keyedHash } from "@/lib/platform/secrets"

/** Minutes over which requests are counted. */
export const limitMinutes = 15

const dayMinutes = 24 * 60

/** So many times what an address may ask for in a quarter of an hour it gets in a day. */
const timesADay = 4

export type LetterCount = "within" | "soon" | "tomorrow"

/**
 * Counts a letter that somebody without an account has sent to an address, which may not be theirs: by
 * the connection and the address over a quarter of an hour, and by the address over a day for all kinds
 * together. Links to sign in are counted apart: a stranger could use up the day of a member.
 */
export async function countLetter(
  tx: Transaction,
  kind: "join" | "error" | "consultation",
  { network, email }: { network: string; email: string },
): Promise<LetterCount> {
  const { linksPerNetwork, linksPerAddress } = env()
  if (!(await countAttempt(tx, `${kind}.network`, network, linksPerNetwork))) return "soon"
  if (!(await countAttempt(tx, `${kind}.address`, email, linksPerAddress))) return "soon"
  const most = timesADay * linksPerAddress
  return (await countAttempt(tx, "letter.day", email, most, dayMinutes)) ? "within" : "tomorrow"
}

/** Refuses with `too_many` what was counted as beyond a limit; `key` says so of the quarter of an hour. */
export function refuseBeyond(count: LetterCount, key: string): void {
  if (count === "soon") throw new Refusal("too_many", key, { minutes: limitMinutes })
  if (count === "tomorrow") throw new Refusal("too_many", "tooManyToday")
}

/**
 * Step: holds the count of a key until the transaction ends. For whoever must first ask whether a request
 * is one that was counted already: sent at once, the second sees what the first made. Gives the key's hash.
 */
export async function holdCount(tx: Transaction, kind: string, key: string): Promise<string> {
  const keyHash = keyedHash(`${kind} ${key.toLowerCase()}`)
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${keyHash}, 0))`)
  return keyHash
}

/**
 * Counts one request and says whether it is within `most` in the last `minutes`, at most a day. The same
 * key is counted one after the other, so that requests sent at once cannot slip past together.
 */
export async function countAttempt(
  tx: Transaction,
  kind: string,
  key: string,
  most: number,
  minutes = limitMinutes,
): Promise<boolean> {
  const keyHash = await holdCount(tx, kind, key)
  const [row] = await tx
    .select({ n: count() })
    .from(attempts)
    .where(
      and(
        eq(attempts.kind, kind),
        eq(attempts.keyHash, keyHash),
        gt(attempts.at, minutesFromNow(-minutes)),
      ),
    )
  if ((row?.n ?? 0) >= most) return false
  await tx.insert(attempts).values({ kind, keyHash, at: now() })
  await tx.delete(attempts).where(lt(attempts.at, daysFromNow(-1)))
  return true
}
