import { type SQL, sql } from "drizzle-orm"
import type { Database, Transaction } from "@/db/client"
import type { SearchInput } from "./input"
import { isAsked } from "./input"
import { type Found, type Hit, languageTag, limits } from "./model"
import { isContradiction, type Query, readQuery } from "./query"
import { type Row, rowsOf } from "./rows"
import { slipsOf } from "./slips"
import { markLine, markPassage } from "./snippet"
import { stemsOf } from "./stems"
import {
  beginningsOf,
  isPhrase,
  type Known,
  markQuery,
  namesQuery,
  personQuery,
  tsqueryOf,
  wantedPairs,
} from "./tsquery"
import { type Beginning, wordsBeginning } from "./vocabulary"
import { tokensOf } from "./words"

const nothing: Found = {
  hits: [],
  total: 0,
  more: false,
  forgiven: null,
  tooLong: false,
  page: 1,
  pages: 0,
}

/**
 * Finds what is asked within `reach`, the best first. Where fewer texts than `limits.few` hold the words,
 * those that hold words like them stand behind them. Everything that is shown comes from rows within reach. A question that takes
 * Postgres longer than `limits.milliseconds` is given up, and says so.
 */
export async function findTexts(
  db: Database,
  reach: SQL,
  input: SearchInput,
  locale: string,
): Promise<Found | null> {
  if (!isAsked(input)) return null
  const query = readQuery(input.q)
  const isNarrowed = isAsked({ ...input, q: "" })
  if ((query.wanted.length === 0 && !isNarrowed) || isContradiction(query)) return nothing
  try {
    return await db.transaction((tx) => findWithin(tx, reach, input, query, locale))
  } catch (error) {
    if (isGivenUp(error)) return { ...nothing, tooLong: true }
    throw error
  }
}

/** Whether Postgres stopped a statement because its time was over. */
function isGivenUp(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown }
  return code === "57014" || (cause !== undefined && isGivenUp(cause))
}

async function findWithin(
  tx: Transaction,
  reach: SQL,
  input: SearchInput,
  query: Query,
  locale: string,
): Promise<Found> {
  const words = query.wanted.concat(query.excluded).flatMap(wordsOf)
  const names = tokensOf(input.person).map(({ word }) => word)
  // Sent together: none waits for the answer of another.
  const beginnings = beginningsOf(query, { stems: new Map(), small: new Set() })
  const [, known, whole]: [unknown, Known, Map<string, Beginning>] = await Promise.all([
    prepare(tx),
    stemsOf(tx, words, locale),
    wordsBeginning(tx, [...names, ...beginnings]),
  ])
  const asking = (knowing: Known) =>
    [tsqueryOf(query, knowing), namesQuery(names, whole)]
      .filter((part) => part !== null)
      .join(" & ")
  const ask = async (knowing: Known, page: number, before: readonly string[] = []) => {
    const ranked = asking(knowing)
    const wanted = { ranked, person: personQuery(names), pairs: wantedPairs(query), before }
    const of = (asked: string) => rowsOf(tx, reach, { ...input, page }, { ...wanted, asked })
    const named = await of(asking({ ...knowing, whole }))
    // The commonest words do for a beginning of more where they fill the list; else all of them count.
    const isAllNamed = beginningsOf(query, knowing).every((word) => whole.get(word)?.isAll ?? true)
    return isAllNamed || named[0]?.more ? named : of(ranked)
  }
  const plain = query.wanted.filter((term) => !isPhrase(term)).flatMap(wordsOf)
  // Of many words the last alone may be a beginning, unless that finds nothing.
  const exactly = async (page: number) => {
    const first = isMany(query) ? await ask({ ...known, begins: "last" }, page) : []
    if (first.length > 0) return { rows: first, knowing: { ...known, begins: "last" as const } }
    return { rows: await ask(known, page), knowing: known }
  }
  // A page behind the last one is the first.
  for (const page of new Set([input.page, 1])) {
    const exact = await exactly(page)
    const asFound = () => foundOf(tx, page, exact.rows, query, exact.knowing, null)
    if (exact.rows.length > 0 && !isFew(exact.rows)) return asFound()
    const { rows: first } = page === 1 ? exact : await exactly(1)
    if (!isFew(first)) continue
    const slips = await slipsOf(tx, plain)
    const forgiving = { ...known, slips }
    const near = [...slips.values()].some((some) => some.length > 0)
      ? await ask(
          forgiving,
          page,
          first.map(({ id }) => id),
        )
      : []
    if (near.length > 0) {
      const rows = page === 1 ? [...first, ...near] : near
      const forgiven = first.length > 0 ? "behind" : "alone"
      return foundOf(tx, page, rows, query, forgiving, forgiven)
    }
    if (exact.rows.length > 0) return asFound()
  }
  return nothing
}

/** Whether so few rows hold the words that one slip may have hidden others. */
const isFew = (rows: readonly Row[]) => (rows[0]?.total ?? 0) < limits.few

/** Whether looking for what begins with each word would cost more than it finds. */
const isMany = ({ wanted }: Query) => wanted.length > 2

/**
 * For this question alone: it ends in time, and the index is asked. Reading every row is never
 * cheaper than the planner thinks here, as it does not count unpacking the words of each.
 */
function prepare(tx: Transaction): Promise<unknown> {
  return tx.execute(sql`select set_config('statement_timeout', ${String(limits.milliseconds)}, true),
    set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
    set_config('max_parallel_workers_per_gather', '0', true)`)
}

const wordsOf = ({ words, joined }: Query["wanted"][number]) =>
  joined ? [...words, joined] : words

async function foundOf(
  tx: Transaction,
  page: number,
  rows: readonly Row[],
  query: Query,
  known: Known,
  forgiven: Found["forgiven"],
): Promise<Found> {
  // The last ones know of all that stand before them.
  const { total, more } = rows.at(-1) ?? { total: 0, more: false }
  const phrases = query.wanted.filter(isPhrase)
  const matching = await matchingWords(tx, rows, markQuery(query, known))
  return {
    hits: rows.map((row): Hit => {
      const mine = matching.get(row.language) ?? new Set()
      return {
        id: row.id,
        kind: row.kind,
        href: row.href,
        title: markLine(row.title, mine, phrases),
        passage: markPassage(row.words, mine, phrases),
        group: row.group,
        number: row.number,
        state: row.state,
        day: row.day,
        language: languageTag(row.language),
      }
    }),
    total,
    more,
    forgiven,
    tooLong: false,
    page,
    pages: Math.ceil(total / limits.page),
  }
}

/** The words of the rows, by language, which are what was asked for: judged as the search judges them. */
async function matchingWords(
  tx: Transaction,
  rows: readonly Row[],
  asked: string | null,
): Promise<Map<string, Set<string>>> {
  const matching = new Map<string, Set<string>>()
  if (!asked) return matching
  // A stem begins as its word does; whatever begins otherwise need not be asked.
  const starts = new Set([...asked.matchAll(/'([^']{1,2})/gu)].map(([, start]) => start))
  const spoken = new Map<string, Set<string>>()
  for (const { language, title, words } of rows) {
    const mine = spoken.get(language) ?? new Set()
    spoken.set(language, mine)
    for (const { word } of tokensOf(`${title} ${words}`))
      if (starts.has(word.slice(0, 2))) mine.add(word)
  }
  const pairs = [...spoken].flatMap(([language, mine]) =>
    [...mine].map((word) => ({ language, word })),
  )
  if (pairs.length === 0) return matching
  const found = await tx.execute<{ language: string; word: string }>(sql`
    select language, word from unnest(
      ${sql.param(pairs.map(({ language }) => language))}::text[],
      ${sql.param(pairs.map(({ word }) => word))}::text[]) as said(language, word)
    where (to_tsvector(language::regconfig, word) || to_tsvector('simple', word)) @@ ${asked}::tsquery`)
  for (const { language, word } of found)
    matching.set(language, (matching.get(language) ?? new Set()).add(word))
  return matching
}
