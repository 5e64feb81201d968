import { z } from "zod"
import { limits, searchKinds } from "./model"

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const text = (most: number) =>
  z.preprocess(
    (value) => String(first(value) ?? "").slice(0, most),
    z.string().transform((typed) => typed.replaceAll("\0", "").trim()),
  )

/**
 * What an address asks for, forgiving: what is not understood is as if it had not been said, so that
 * an old link still leads to a page.
 */
export const searchInput = z.object({
  q: text(limits.query),
  kind: z.preprocess(first, z.enum(searchKinds).nullable().catch(null)),
  year: z.preprocess(first, z.coerce.number().int().min(1900).max(2999).nullable().catch(null)),
  /** A group's slug. */
  group: text(60),
  /** A name, or the beginning of its words. */
  person: text(100),
  area: text(100),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(50).catch(1)),
})

export type SearchInput = z.output<typeof searchInput>

/** Whether anything is asked at all. */
export function isAsked({ q, kind, year, group, person, area }: SearchInput): boolean {
  return Boolean(q || kind || year || group || person || area)
}

/** The address of a search: what is asked, behind the address of its page. */
export function addressOf(path: string, { page, ...asked }: SearchInput): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value) parameters.set(name, String(value))
  if (page > 1) parameters.set("page", String(page))
  const text = parameters.toString()
  return text ? `${path}?${text}` : path
}
