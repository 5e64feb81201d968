import { z } from "zod"

/** What a page goes on after: the values of the last line, in the order of the list. */
export type Cursor = readonly (string | number)[]

/** What the address and the query of a request say, read. `number` and `version` are 0 where the address has none. */
export type Asked = {
  group: string
  number: number
  version: number
  /** Of a document or a consultation. */
  slug: string
  limit: number
  /** Null for the first page. */
  after: Cursor | null
  /** The address of a page of the portal, and of an answer of the API. */
  page: (path: string) => string
  api: (path: string) => string
}

/** One thing, a page of a list, or where it is now; `until` is when the clock alone makes it another. */
export type Found =
  | { moved: string }
  | { thing: unknown; until?: Date | null }
  | { items: unknown[]; after: Cursor | null; beside?: object; until?: Date | null }

/** One address of the API: what it answers, and in which form. Its description is made from this. */
export type Endpoint = {
  /** Below `/api/v1`, its parts in braces: `/groups/{group}`. */
  path: string
  /** The name of the operation. */
  id: string
  summary: string
  /** How the description calls the form of the answer. */
  name: string
  answer: z.ZodType
  /** The form of the cursor, where the answer is a page of a list. */
  cursor?: z.ZodType<Cursor>
  /** Null where nothing stands at the address. */
  find: (asked: Asked) => Promise<Found | null>
}

export const longestPage = 100
export const usualPage = 50

/** The form of a page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    next: z.url().nullable().describe("Address of the next page; null on the last."),
  })
}

/** A page of rows of which one more was asked for than it shows. */
export function firstOf<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
): { items: Row[]; after: Cursor | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, after: last && rows.length > limit ? cursorOf(last) : null }
}

/** A page of a short list that is read whole, in the order of its slugs. */
export function pageOfSlugs<Row extends { slug: string }>(
  rows: readonly Row[],
  { limit, after }: Pick<Asked, "limit" | "after">,
): { items: Row[]; after: Cursor | null } {
  const from = after ? String(after[0]) : ""
  const rest = [...rows]
    .sort((one, other) => (one.slug < other.slug ? -1 : 1))
    .filter(({ slug }) => slug > from)
  return firstOf(rest, limit, ({ slug }) => [slug])
}

export const slugCursor = z.tuple([z.string()])
/** As large as a number of the database may be: beyond it there is nothing to compare. */
export const numberCursor = z.tuple([z.int32()])
export const instant = z.iso.datetime({ offset: false }).meta({ description: "In UTC." })
export const address = z.url()
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** How the hash of a version is told, and where what it is taken over can be read. */
export const ofRecord = "Of the version as it is sealed, in its canonical form (RFC 8785)."
export const whereRecord =
  "The record that is hashed, with keys in the place of names, and what those stand for."
export const recordOf = (
  { group, page }: Pick<Asked, "group" | "page">,
  entry: { position: number } | null,
): string | null => entry && page(`/${group}/record/${entry.position}/record.json`)
