import { slugMistake } from "@/lib/groups/model"
import { type Locale, localePath, routing } from "@/lib/platform/locales"
import { localTimeScript } from "./strip"

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

/** Files of the portal itself. */
const ownFiles = ["/sitemap.xml", "/robots.txt"]

/** How the name of a file ends that stands under a group: a feed, a calendar, a report, its picture. */
const file = /^[\w-]+\.(xml|ics|pdf|docx|xlsx|csv|md|json|txt|png)$/

/**
 * The public page or file at an address, or null when it is anything else: the desk, a form, or a
 * spelling that Next would redirect. All that stands under a group is a document or a file, but its
 * forms (to join, to take part, to report an error, to check a file). What follows a question mark means nothing on a document and is left out.
 */
export function publicAddress(url: string): PublicAddress | null {
  const [pathname = ""] = url.split("?", 1)
  if (ownFiles.includes(pathname))
    return { path: pathname, locale: routing.defaultLocale, group: null }
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
  const last = below.at(-1) ?? ""
  const folders = file.test(last) ? below.slice(0, -1) : below
  return folders.every((part) => /^[\w~-]+$/.test(part)) ? { path: pathname, locale, group } : null
}

/** What the search reads of its address; whatever else stands there does not come through. */
const asked = ["q", "kind", "year", "group", "person", "area", "page"]
const longestAsked = 300

/** The public search with what it is asked, or null when an address is anything else. */
export function searchAddress(url: string): PublicAddress | null {
  const [pathname = "", ...query] = url.split("?")
  const locale = routing.locales.find((each) => localePath(each, "/search") === pathname)
  if (!locale) return null
  return { path: withQuery(pathname, query, asked), locale, group: null }
}

/** What the pages under a group read: which rows, under which heads; beside which version; up to which entry. */
const askedOfPages: readonly [page: RegExp, names: readonly string[]][] = [
  [
    /^mapping\/[\w-]+(\/[\w/-]+)?$/,
    ["q", "area", "kind", "year", "body", "scope", "stale", "by", "row", "from", "page"],
  ],
  [/^meetings\/\d+\/v\d+\/changes$/, ["from"]],
  [/^record$/, ["to"]],
]

/** A page under a group with what it is asked, or null when an address is anything else. */
export function askedAddress(url: string): PublicAddress | null {
  const [pathname = "", ...query] = url.split("?")
  const page = publicAddress(pathname)
  if (query.length === 0 || !page?.group) return null
  // Further down the same word may stand once more: a mandate may have the slug of its group.
  const below = pathname.slice(localePath(page.locale, `/${page.group}`).length + 1)
  const names = askedOfPages.find(([pattern]) => pattern.test(below))?.[1]
  return names ? { ...page, path: withQuery(pathname, query, names) } : null
}

/** What the API reads of its address. */
const askedOfApi = ["limit", "cursor"]

/** An answer of the public API, or null when an address is anything else. */
export function apiAddress(url: string): PublicAddress | null {
  const [pathname = "", ...query] = url.split("?")
  const [, below] = /^\/api\/v1((?:\/[\w.-]+)*)$/.exec(pathname) ?? []
  if (below === undefined || below.split("/").some((part) => /^\.+$/.test(part))) return null
  const [, collection, slug = ""] = below.split("/")
  const group = collection === "groups" && slugMistake(slug) === null ? slug : null
  const path = withQuery(pathname, query, askedOfApi)
  return { path, locale: routing.defaultLocale, group }
}

/**
 * What every public page brings along: its style sheet and its one script. Next would compress both for
 * each reader anew, and less well. Null for any other file.
 */
export function assetAddress(url: string): PublicAddress | null {
  const isAsset = /^\/_next\/static\/(?:[\w~-]+\/)*[\w~-][\w.~-]*\.css$/.test(url)
  if (!isAsset && url !== localTimeScript) return null
  return { path: url, locale: routing.defaultLocale, group: null }
}

function withQuery(pathname: string, query: readonly string[], names: readonly string[]): string {
  const given = new URLSearchParams(query.join("?"))
  const kept = names.flatMap((name) => {
    const value = given.get(name)?.slice(0, longestAsked)
    return value ? [[name, value]] : []
  })
  const text = new URLSearchParams(kept).toString()
  return text ? `${pathname}?${text}` : pathname
}

/** Whether an address under a group is a form, which carries the nonce of its request. */
const isForm = ([first, second, third]: readonly string[]): boolean =>
  first === "join" ||
  first === "your-words" ||
  (first === "record" && second === "check") ||
  (first === "meetings" && third === "report-error") ||
  (first === "consultations" && third === "take-part")
