import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

const isSlug = (value: unknown): value is string =>
  typeof value === "string" && /^[a-z0-9-]{1,120}$/.test(value)

/**
 * An address below the mapping that a form names (`slug`, `mandate`), in the reader's language. Anything
 * but slugs leads to the desk itself.
 */
export async function mappingAddress(form: FormData, rest: string): Promise<string> {
  const [slug, mandate] = [form.get("slug"), form.get("mandate")]
  const known = isSlug(slug) && isSlug(mandate)
  return localePath(await getLocale(), known ? `/desk/${slug}/mapping/${mandate}${rest}` : "/desk")
}

/**
 * The page of a row after something was done to it: of the row that the form names, unless `number` is
 * given. `change` stands in it too, so that its form shows the row anew, and does so then alone.
 */
export async function rowAddress(
  form: FormData,
  { done, change, number }: { done: string; change: number; number?: number },
): Promise<string> {
  const named = form.get("number")
  const own = typeof named === "string" && /^\d{1,7}$/.test(named) ? named : "1"
  return mappingAddress(form, `/rows/${number ?? own}?done=${done}&at=${change}`)
}
