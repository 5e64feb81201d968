import type { PublicLeads } from "@/lib/documents/public-leads"
import type { Leads } from "@/lib/documents/render"
import { localePath } from "@/lib/platform/locales"

/** Where links lead, in the language of the reader: what leads within the portal has its own address in each. */
export function leadsIn(leads: PublicLeads, locale: string): Leads {
  return Object.fromEntries(
    Object.entries(leads).map(([href, to]) => [
      href,
      to?.startsWith("/") ? localePath(locale, to) : to,
    ]),
  )
}
