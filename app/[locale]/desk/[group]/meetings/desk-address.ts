import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

/**
 * An address on the desk of the group that a form names (`slug`), in the reader's language. Anything
 * but a slug leads to the desk itself.
 */
export async function deskAddress(form: FormData, rest: string): Promise<string> {
  const slug = form.get("slug")
  const known = typeof slug === "string" && /^[a-z0-9-]{1,60}$/.test(slug)
  return localePath(await getLocale(), known ? `/desk/${slug}${rest}` : "/desk")
}
