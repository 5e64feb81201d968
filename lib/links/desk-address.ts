import { ownOrigin } from "@/lib/platform/env"
import { isLocale } from "@/lib/platform/locales"

/**
 * Whether an address leads into the desk of the portal at `origin`. Nobody reads there who is not signed
 * in, and it may tell the title of what is not public: no published text leads there.
 */
export function leadsToDesk(href: string, origin = ownOrigin()): boolean {
  if (!URL.canParse(href)) return false
  const url = new URL(href)
  if (url.origin !== new URL(origin).origin) return false
  const [, first = "", second] = url.pathname.split("/").map(decoded)
  return first === "desk" || (isLocale(first) && second === "desk")
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
