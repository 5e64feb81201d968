import { slugMistake } from "@/lib/groups/model"
import { type Locale, localePath, routing } from "@/lib/platform/locales"

/** An address on the public side, and the group whose changes make its page stale. */
export interface PublicAddress {
  path: string
  locale: Locale
  /** Null for the pages of the portal itself, which show something of every group. */
  group: string | null
}

/** Where Next keeps the page that says that there is no such page. */
export function missingPage(locale: Locale): PublicAddress {
  return { path: localePath(locale, "/missing"), locale, group: null }
}

/**
 * The public page at an address, or null when it is anything else: the desk, a form, a file, or a
 * spelling that Next would redirect. All that stands under a group is a document, but its forms to
 * join, to take part and to check a file, and its files. What follows a question mark means nothing on a document and is left out.
 */
export function publicAddress(url: string): PublicAddress | null {
  const [pathname = ""] = url.split("?", 1)
  const parts = pathname.split("/").slice(1)
  const locale =
    routing.locales.find((each) => each === parts[0] && each !== routing.defaultLocale) ??
    routing.defaultLocale
  const own = (locale === routing.defaultLocale ? parts : parts.slice(1)).filter(
    (part, index) => part !== "" || index > 0,
  )
  const path = `/${own.join("/")}`
  if (localePath(locale, path) !== pathname) return null
  if (path === "/" || pathname === missingPage(locale).path)
    return { path: pathname, locale, group: null }
  const [group = "", ...below] = own
  if (slugMistake(group) !== null || isForm(below)) return null
  return below.every((part) => /^[\w~-]+$/.test(part)) ? { path: pathname, locale, group } : null
}

/** What the search reads of its address; whatever else stands there does not come through. */
const asked = ["q", "kind", "year", "group", "person", "area", "page"]
const longestAsked = 300

/** The public search with what it is asked, or null when an address is anything else. */
export function searchAddress(url: string): PublicAddress | null {
  const [pathname = "", ...query] = url.split("?")
  const locale = routing.locales.find((each) => localePath(each, "/search") === pathname)
  if (!locale) return null
  const given = new URLSearchParams(query.join("?"))
  const kept = asked.flatMap((name) => {
    const value = given.get(name)?.slice(0, longestAsked)
    return value ? [[name, value]] : []
  })
  const text = new URLSearchParams(kept).toString()
  return { path: text ? `${pathname}?${text}` : pathname, locale, group: null }
}
/** Whether an address under a group is a form, which carries the nonce of its request. */
const isForm = ([first, second, third]: readonly string[]): boolean =>
  first === "join" ||
  (first === "record" && second === "check") ||
  (first === "consultations" && third === "take-part")
