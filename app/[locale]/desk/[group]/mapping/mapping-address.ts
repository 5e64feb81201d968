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

/** The number of the row that a form names, for an address. */
export function rowNumber(form: FormData): string {
  const number = form.get("number")
  return typeof number === "string" && /^\d{1,7}$/.test(number) ? number : "1"
}
