import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"

const shortest = 4
/** From this length on two slips are forgiven, before it one. */
const long = 7
/** Short words share few of their parts with a misspelt one. */
const likeness = { short: 0.1, long: 0.3 }
const compared = 2000
const most = 8

/**
 * For each folded word the words that occur anywhere and are a slip or two away from it: letters
 * changed, left out, doubled or in each other's place. The nearest first, then the commonest. What
 * is found with them is still only what the asker may read. Sets what counts as alike until `tx` ends.
 */
export async function slipsOf(
  tx: Transaction,
  words: readonly string[],
): Promise<Map<string, string[]>> {
  const asked = [...new Set(words)].filter((word) => word.length >= shortest && /\p{L}/u.test(word))
  const found = new Map<string, string[]>()
  if (asked.length === 0) return found
  for (const isLong of [true, false]) {
    const these = asked.filter((word) => word.length >= long === isLong)
    if (these.length === 0) continue
    const limit = String(isLong ? likeness.long : likeness.short)
    await tx.execute(sql`select set_config('pg_trgm.similarity_threshold', ${limit}, true)`)
    const rows = await tx.execute<{ asked: string; word: string }>(sql`
      select asked, near.word from unnest(${sql.param(these)}::text[]) asked
      cross join lateral (
        select word from search_words
        where word % asked and word <> asked and abs(length(word) - length(asked)) <= 2
        order by similarity(word, asked) desc, occurrences desc limit ${compared}) near`)
    for (const word of these) {
      const near = rows.filter((row) => row.asked === word).map((row) => row.word)
      found.set(word, nearest(word, near))
    }
  }
  return found
}

/** Those of the words that are near enough, in the order given within one distance. */
function nearest(word: string, near: readonly string[]): string[] {
  const allowed = word.length >= long ? 2 : 1
  return near
    .map((other) => ({ other, distance: slipsBetween(word, other, allowed) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ other }) => other)
}

/**
 * How many slips part two words: a letter changed, left out, put in, or two in each other's place.
 * Anything above `allowed` when there are more.
 */
export function slipsBetween(a: string, b: string, allowed: number): number {
  if (Math.abs(a.length - b.length) > allowed) return allowed + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    if (Math.min(...next) > allowed) return allowed + 1
    before = row
    row = next
  }
  return row[b.length] ?? allowed + 1
}
