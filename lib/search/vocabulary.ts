import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { tokensOf } from "./words"

export type Spoken = { title: string; words: string; names: string }

/** Shorter ones are like too many others, longer ones are no words. */
const lengths = { least: 3, most: 40 }

/** More words than these with one beginning are not named one by one. */
const mostNamed = 50

/**
 * For each beginning the words that occur and begin so, itself among them; none where they are too many
 * or are not counted, being shorter than every word that is.
 */
export async function wordsBeginning(
  tx: Transaction,
  beginnings: readonly string[],
): Promise<Map<string, string[]>> {
  const asked = [...new Set(beginnings)].filter((word) => word.length >= lengths.least)
  if (asked.length === 0) return new Map()
  const rows = await tx.execute<{ asked: string; words: string[] }>(sql`
    select asked, array(select word from search_words where word ^@ asked limit ${mostNamed + 1}) as words
    from unnest(${sql.param(asked)}::text[]) asked`)
  return new Map(
    rows.flatMap(({ asked: beginning, words }) =>
      words.length > mostNamed ? [] : [[beginning, [...new Set([beginning, ...words])]] as const],
    ),
  )
}

/** Step: the words that occur, with how often, follow a record whose texts were changed. */
export async function countWords(
  tx: Transaction,
  before: readonly Spoken[],
  after: readonly Spoken[],
): Promise<void> {
  const changes = new Map<string, number>()
  count(after, 1, changes)
  count(before, -1, changes)
  // In one order for everybody: two who count the same words at once wait and do not block each other.
  const changed = [...changes]
    .filter(([, change]) => change !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  if (changed.length === 0) return
  const words = sql.param(changed.map(([word]) => word))
  const counts = sql.param(changed.map(([, change]) => change))
  await tx.execute(sql`
    insert into search_words as known (word, occurrences)
    select * from unnest(${words}::text[], ${counts}::int[])
    on conflict (word) do update set occurrences = known.occurrences + excluded.occurrences`)
  const fewer = changed.filter(([, change]) => change < 0).map(([word]) => word)
  if (fewer.length > 0)
    await tx.execute(sql`
      delete from search_words where occurrences <= 0 and word = any(${sql.param(fewer)}::text[])`)
}

function count(spoken: readonly Spoken[], by: 1 | -1, into: Map<string, number>): void {
  for (const { title, words, names } of spoken) {
    for (const { word } of tokensOf(`${title}\n${words}\n${names}`)) {
      if (word.length < lengths.least || word.length > lengths.most) continue
      into.set(word, (into.get(word) ?? 0) + by)
    }
  }
}
