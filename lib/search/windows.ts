import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { searchTexts } from "@/db/schema/search"

/** Texts, the newest, among which a question is answered first when they hold enough of it. */
const sizes = [1000, 8000] as const

/** The texts from a month on: about how many they are, and the facets of which each has one. */
export type Window = { texts: number; facets: string[] }

/**
 * Where to look first for the newest texts, the narrowest window first. Each holds every text from a
 * month on; behind the last come all. In one year it is the last quarter.
 */
export async function windowsOf(tx: Transaction, year: number | null): Promise<Window[]> {
  if (year) return [{ texts: sizes[0], facets: monthsFrom(year, 10, year) }]
  const { day } = searchTexts
  const newest = sql`select ${day} from ${searchTexts} order by ${day} desc nulls last`
  const [row] = await tx.execute<{ last: string | null; from: (string | null)[] }>(sql`
    select (${newest} limit 1)::text as last, array[${sql.join(
      sizes.map((size) => sql`(${newest} offset ${size} limit 1)::text`),
      sql`, `,
    )}] as "from"`)
  const last = Number(row?.last?.slice(0, 4))
  return sizes.flatMap((texts, at) => {
    const from = row?.from[at]
    return from
      ? { texts, facets: monthsFrom(Number(from.slice(0, 4)), Number(from.slice(5, 7)), last) }
      : []
  })
}

/** The months of a year from one on, and the years behind it. */
function monthsFrom(year: number, month: number, last: number): string[] {
  const months = Array.from({ length: 13 - month }, (_, at) => `m:${year * 100 + month + at}`)
  const years = Array.from({ length: Math.max(0, last - year) }, (_, at) => `y:${year + 1 + at}`)
  return [...months, ...years]
}
