import { and, eq, type SQL, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { groups } from "@/db/schema/groups"
import { searchTexts } from "@/db/schema/search"
import type { SearchInput } from "./input"
import { limits, type SearchKind, type SearchState } from "./model"
import { type Window, windowsOf } from "./windows"

export type Row = {
  id: string
  kind: SearchKind
  href: string
  title: string
  words: string
  number: number | null
  day: string | null
  state: SearchState | null
  language: string
  group: string | null
  /** Of those that are ranked, how many there are, and whether older ones are left. */
  total: number
  more: boolean
}

/** What is looked for, for Postgres. */
export type Asked = {
  /** What the terms must answer; "" for nothing. */
  asked: string
  /** By what the rows are ranked: the same with every beginning of a word, however many words begin so. */
  ranked: string
  /** How a name must stand among them; null where no person is asked for. */
  person: string | null
  /** Numbers of two words that follow each other. */
  pairs: readonly number[]
  /** The ids of rows that stand before these, fewer than a page has; these do not count them again. */
  before: readonly string[]
}

/** A comment is found no longer from the moment on in which it is withdrawn or hidden. */
const isTakenBack = sql`exists (select from ${comments}
  where ${comments.id} = case when ${searchTexts.source} like 'comment:%' then substr(${searchTexts.source}, 9)::uuid end
  and (${comments.withdrawnAt} is not null or ${comments.hiddenAt} is not null or ${comments.moderation} <> 'admitted'))`

/**
 * The rows of one page. Only the newest of very many are ranked, so that a common word costs no more:
 * they are looked for among the newest texts, then among more of them, then among all.
 */
export async function rowsOf(
  tx: Transaction,
  reach: SQL,
  input: SearchInput,
  { asked, ranked, person, pairs, before: first }: Asked,
): Promise<Row[]> {
  const { id, title, words, number, day, language, href, terms, facets } = searchTexts
  const filters = filtersOf(reach, input, { asked, person, pairs, before: first })
  const place = (input.page - 1) * limits.page - first.length
  const shown = limits.page + Math.min(0, place)
  const windows = await windowsOf(tx, input.year)
  // An order that no index has: walking one by day would unpack the words of all that does not fit.
  const at = sql`coalesce(${day}, '-infinity')`
  const steps = [...windows, null].map((window, step) => {
    const within = window ? sql`and ${facets} && ${sql.param(window.facets)}::text[]` : sql``
    const before = windows.slice(0, step).map((_, earlier) => sql`and not ${isFull(earlier)}`)
    return sql`${stepName(step)} as materialized (select ${id}, ${at} as at from ${searchTexts}
      where ${filters} ${within} ${sql.join(before, sql` `)} ${isPromising(windows, step)}
      order by at desc, ${id} limit ${limits.ranked + 1})`
  })
  const enough = steps.map((_, step) => {
    const only = step < windows.length ? sql`where ${isFull(step)}` : sql``
    return sql`select id, at from ${stepName(step)} ${only}`
  })
  const found = sql.join(enough, sql` union all `)
  const rank = asked ? sql`ts_rank(${terms}, ${ranked}::tsquery, 1)` : sql`0::real`
  return tx.execute<Row>(sql`
    with ${sql.join(steps, sql`, `)}, found as materialized (${found}),
    best as materialized (
      select ${id}, ${rank} as rank, (count(*) over ())::int + ${first.length} as total
      from (select id from found order by at desc, id limit ${limits.ranked}) newest
      join ${searchTexts} using (id) where not ${isTakenBack}
      order by rank desc, ${day} desc nulls last, ${id}
      limit ${shown} offset ${Math.max(0, place)})
    select ${id}, ${searchTexts.kind}, ${href}, ${title}, ${words}, ${number}, ${day}, ${searchTexts.state}, ${language},
      ${groups.shortName} as "group", total, (select count(*) from found) > ${limits.ranked} as more
    from best join ${searchTexts} using (id) left join ${groups} on ${groups.id} = ${searchTexts.groupId}
    order by rank desc, ${day} desc nulls last, ${id}`)
}

const stepName = (step: number) => sql.identifier(`step_${step}`)
/** Whether a step found all that is ranked, so that the wider ones behind it are not begun. */
const isFull = (step: number) => sql`((select count(*) from ${stepName(step)}) > ${limits.ranked})`

/** A window is passed over where the one before it held so little that it cannot be full either. */
function isPromising(windows: readonly Window[], step: number): SQL {
  const [before, window] = [windows[step - 1], windows[step]]
  if (!before || !window) return sql``
  const least = Math.floor((limits.ranked * before.texts) / window.texts / 2)
  return sql`and (select count(*) from ${stepName(step - 1)}) >= ${least}`
}

/** What holds of every row that is found. What the index knows as facets is said of the columns too. */
function filtersOf(
  reach: SQL,
  { kind, year, group, area }: SearchInput,
  { asked, person, pairs, before }: Omit<Asked, "ranked">,
): SQL | undefined {
  const { day, facets, terms } = searchTexts
  const groupId = sql`(select ${groups.id} from ${groups} where ${groups.slug} = ${group})`
  const known = [kind ? `k:${kind}` : null, year ? `y:${year}` : null].filter((one) => one !== null)
  return and(
    reach,
    asked ? sql`${terms} @@ ${asked}::tsquery` : undefined,
    // Judged by the rows alone, so that the index is not asked for each order of the name.
    person ? sql`(${terms} || '') @@ ${person}::tsquery` : undefined,
    pairs.length > 0 ? sql`${searchTexts.pairs} @> ${sql.param(pairs)}::int[]` : undefined,
    before.length > 0 ? sql`${searchTexts.id} <> all(${sql.param(before)}::uuid[])` : undefined,
    known.length > 0 ? sql`${facets} @> ${sql.param(known)}::text[]` : undefined,
    group ? sql`${facets} @> array['g:' || ${groupId}]` : undefined,
    kind ? eq(searchTexts.kind, kind) : undefined,
    group ? sql`${searchTexts.groupId} = ${groupId}` : undefined,
    area ? eq(searchTexts.area, area) : undefined,
    year ? sql`${day} between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date` : undefined,
  )
}
