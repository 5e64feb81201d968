import { slugMistake } from "@/lib/groups/model"
import { localePath, routing } from "@/lib/platform/locales"

/** A page that is kept: the path under which it is asked for, and the group whose changes make it stale. */
export interface PublicAddress {
  path: string
  locale: string
  /** Null for the front page of the portal, which shows something of every group. */
  group: string | null
}

/**
 * The public page at an address, or null when the address is anything else: the desk, a form, a
 * file, or a spelling that Next would redirect. What follows a question mark means nothing on a
 * public page and is left out. Only addresses listed here are ever kept.
 */
export function publicAddress(url: string): PublicAddress | null {
  const [pathname = ""] = url.split("?", 1)
  const [, ...parts] = pathname.split("/")
  const first = parts[0] ?? ""
  const prefixed = first !== routing.defaultLocale && routing.locales.some((each) => each === first)
  const locale = prefixed ? first : routing.defaultLocale
  const own = (prefixed ? parts.slice(1) : parts).filter((part, at) => part !== "" || at > 0)
  const path = own.length === 0 ? "/" : `/${own.join("/")}`
  if (localePath(locale, path) !== pathname) return null
  const [group = null, meetings, number, version] = own
  if (group !== null && slugMistake(group) !== null) return null
  if (meetings !== undefined && meetings !== "meetings") return null
  if (number !== undefined && !/^[1-9]\d{0,5}$/.test(number)) return null
  if (version !== undefined && !/^v[1-9]\d{0,5}$/.test(version)) return null
  return own.length > 4 ? null : { path: pathname, locale, group }
}
