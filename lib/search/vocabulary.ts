import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"

/** Shorter ones are like too many others, longer ones are no words. */
const lengths = { least: 3, most: 40 }

/** More words than these with one beginning are not named one by one. */
const mostNamed = 50

/** The commonest words that begin in one way, and whether there are no others. */
export type Beginning = { words: string[]; isAll: boolean }

/**
 * For each beginning the words that occur and begin so, the commonest where they are many; none for what
 * begins no word that is counted, and for what is shorter than all of those.
 */
export async function wordsBeginning(
  tx: Transaction,
  beginnings: readonly string[],
): Promise<Map<string, Beginning>> {
  const asked = [...new Set(beginnings)].filter((word) => word.length >= lengths.least)
  if (asked.length === 0) return new Map()
  // Folded words hold no sign that means something to LIKE, which the index of likeness answers.
  const rows = await tx.execute<{ asked: string; words: string[] }>(sql`
    select asked, array(select word from search_words where word like asked || '%'
      order by occurrences desc, word limit ${mostNamed + 1}) as words
    from unnest(${sql.param(asked)}::text[]) asked`)
  return new Map(
    rows
      .filter(({ words }) => words.length > 0)
      .map(({ asked: beginning, words }) => [
        beginning,
        { words: words.slice(0, mostNamed), isAll: words.length <= mostNamed },
      ]),
  )
}

/** How often each word stands in the rows of some records, shown or not, as it stands there. */
export type Counted = ReadonlyMap<string, number>

/** The words of what is in the index of some records now. `C` and `D` mark them, stems have others. */
export async function wordsOfSources(
  tx: Transaction,
  sources: readonly string[],
): Promise<Counted> {
  const rows = await tx.execute<{ word: string; times: number }>(sql`
    select word, nentry as times from ts_stat(
      format('select terms from search_texts where source = any(%L)', ${sql.param(sources)}::text[]), 'cd')
    where length(word) between ${lengths.least} and ${lengths.most}`)
  return new Map(rows.map(({ word, times }) => [word, times]))
}

/** Step: the words that occur, with how often, follow records whose texts were changed. */
export async function countWords(tx: Transaction, before: Counted, after: Counted): Promise<void> {
  // In one order for everybody: two who count the same words at once wait and do not block each other.
  const changed = [...new Set([...before.keys(), ...after.keys()])]
    .map((word) => [word, (after.get(word) ?? 0) - (before.get(word) ?? 0)] as const)
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

/** Step: counts the words of everything in the index anew. Whoever changes a record meanwhile counts after it. */
export async function recountWords(tx: Transaction): Promise<void> {
  await tx.execute(sql`lock table search_words in exclusive mode`)
  await tx.execute(sql`delete from search_words`)
  await tx.execute(sql`
    insert into search_words (word, occurrences)
    select word, nentry from ts_stat('select terms from search_texts', 'cd')
    where length(word) between ${lengths.least} and ${lengths.most}`)
}
