import { and, eq, inArray, isNull } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { personSettings } from "@/db/schema/notices"
import { isLocale, type Locale, routing } from "@/lib/platform/locales"

/** Where and how somebody is written to. */
export type Address = { email: string; locale: Locale; zone: string }

/** The address of each of these people that is known: that of their account. The others are left out. */
export async function addressesOf(
  reader: Reader,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Address>> {
  if (personIds.length === 0) return new Map()
  const rows = await reader
    .select({
      personId: accounts.personId,
      email: accounts.email,
      locale: personSettings.locale,
      zone: personSettings.zone,
    })
    .from(accounts)
    .leftJoin(personSettings, eq(personSettings.personId, accounts.personId))
    .where(and(inArray(accounts.personId, [...personIds]), isNull(accounts.disabledAt)))
  return new Map(
    rows.map(({ personId, email, locale, zone }) => [
      personId,
      {
        email,
        locale: locale && isLocale(locale) ? locale : routing.defaultLocale,
        zone: zone ?? "UTC",
      },
    ]),
  )
}
