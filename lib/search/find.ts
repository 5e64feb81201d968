import { and, eq, type SQL, sql } from "drizzle-orm"
import type { Database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { groups } from "@/db/schema/groups"
import { searchTexts } from "@/db/schema/search"
import type { SearchInput } from "./input"
import { isAsked } from "./input"
import { type Found, type Hit, languageTag, limits, type SearchKind } from "./model"
import { type Query, readQuery } from "./query"
import { slipsOf } from "./slips"
import { markLine, markPassage } from "./snippet"
import { stemsOf } from "./stems"
import { isPhrase, type Known, markQuery, personQuery, tsqueryOf, wantedPairs } from "./tsquery"
import { tokensOf } from "./words"

type Row = {
  id: string
  kind: SearchKind
  href: string
  title: string
  words: string
  number: number | null
  day: string | null
  language: string
  group: string | null
  total: number
}

const nothing: Found = {
  hits: [],
  total: 0,
  more: false,
  forgiven: false,
  page: 1,
  pages: 0,
}

/**
 * Finds what is asked within `reach`, the best first. Where no text holds the words, those that are
 * like them count too. Everything that is shown comes from rows within reach.
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
  if (query.wanted.length === 0 && !isNarrowed) return nothing
  const words = query.wanted.concat(query.excluded).flatMap(wordsOf)
  const known: Known = await stemsOf(db, words, locale)
  const person = personQuery(tokensOf(input.person).map(({ word }) => word))
  const ask = (knowing: Known) => {
    const asked = [tsqueryOf(query, knowing), person].filter((part) => part !== null)
    return rowsOf(db, reach, input, asked.join(" & "), wantedPairs(query))
  }
  const exact = await ask(known)
  if (exact.length > 0 || (query.wanted.length === 0 && input.page === 1))
    return foundOf(db, input, exact, query, known, false)
  const plain = query.wanted.filter((term) => !isPhrase(term)).flatMap(wordsOf)
  const slips = await slipsOf(db, plain)
  const forgiving = { ...known, slips }
  const near = [...slips.values()].some((some) => some.length > 0) ? await ask(forgiving) : []
  // A page behind the last one is the first.
  if (near.length === 0 && input.page > 1)
    return findTexts(db, reach, { ...input, page: 1 }, locale)
  return foundOf(db, input, near, query, forgiving, near.length > 0)
}

const wordsOf = ({ words, joined }: Query["wanted"][number]) =>
  joined ? [...words, joined] : words

/** A comment is found no longer from the moment on in which it is withdrawn or hidden. */
const isTakenBack = sql`exists (select from ${comments}
  where ${comments.id} = case when ${searchTexts.source} like 'comment:%' then substr(${searchTexts.source}, 9)::uuid end
  and (${comments.withdrawnAt} is not null or ${comments.hiddenAt} is not null or ${comments.moderation} <> 'admitted'))`

/** The rows of one page. Only the newest of very many are ranked, so that a common word costs no more. */
async function rowsOf(
  db: Database,
  reach: SQL,
  { kind, year, group, area, page }: SearchInput,
  asked: string,
  pairs: readonly number[],
): Promise<Row[]> {
  const { id, title, words, number, day, language, href, terms } = searchTexts
  const filters = and(
    reach,
    asked ? sql`${terms} @@ ${asked}::tsquery` : undefined,
    pairs.length > 0 ? sql`${searchTexts.pairs} @> ${sql.param(pairs)}::int[]` : undefined,
    kind ? eq(searchTexts.kind, kind) : undefined,
    group
      ? sql`${searchTexts.groupId} = (select ${groups.id} from ${groups} where ${groups.slug} = ${group})`
      : undefined,
    area ? eq(searchTexts.area, area) : undefined,
    year ? sql`${day} between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date` : undefined,
  )
  const rank = asked ? sql`ts_rank(${terms}, ${asked}::tsquery, 1)` : sql`0::real`
  return db.execute<Row>(sql`
    with found as materialized (
      select ${id} from ${searchTexts} where ${filters}
      order by ${day} desc nulls last, ${id} limit ${limits.ranked + 1})
    select ${id}, ${searchTexts.kind}, ${href}, ${title}, ${words}, ${number}, ${day}, ${language},
      ${groups.shortName} as "group", (count(*) over ())::int as total
    from found join ${searchTexts} using (id) left join ${groups} on ${groups.id} = ${searchTexts.groupId}
    where not ${isTakenBack}
    order by ${rank} desc, ${day} desc nulls last, ${id}
    limit ${limits.page} offset ${(page - 1) * limits.page}`)
}

async function foundOf(
  db: Database,
  { page }: SearchInput,
  rows: readonly Row[],
  query: Query,
  known: Known,
  forgiven: boolean,
): Promise<Found> {
  const count = rows[0]?.total ?? 0
  const total = Math.min(count, limits.ranked)
  const phrases = query.wanted.filter(isPhrase)
  const matching = await matchingWords(db, rows, markQuery(query, known))
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
        day: row.day,
        language: languageTag(row.language),
      }
    }),
    total,
    more: count > limits.ranked,
    forgiven,
    page,
    pages: Math.ceil(total / limits.page),
  }
}

/** The words of the rows, by language, which are what was asked for: judged as the search judges them. */
async function matchingWords(
  db: Database,
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
  const found = await db.execute<{ language: string; word: string }>(sql`
    select language, word from unnest(
      ${sql.param(pairs.map(({ language }) => language))}::text[],
      ${sql.param(pairs.map(({ word }) => word))}::text[]) as said(language, word)
    where (to_tsvector(language::regconfig, word) || to_tsvector('simple', word)) @@ ${asked}::tsquery`)
  for (const { language, word } of found)
    matching.set(language, (matching.get(language) ?? new Set()).add(word))
  return matching
}
