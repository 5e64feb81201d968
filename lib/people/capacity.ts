import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { memberships, secretariat } from "@/db/schema/members"
import { now } from "@/lib/platform/clock"
import { translatorFor } from "@/lib/platform/i18n"
import type { Locale } from "@/lib/platform/locales"
import { listAffiliations } from "./affiliations"
import { affiliationOn, affiliationText } from "./model"

/**
 * The capacity of each person at an instant (now when none is given), as a record shows it: the role
 * in the group, then the affiliation of that day: "Co-chair; Adviser, Meridian Institute". Plain
 * membership is no capacity. People of whom nothing is known are left out.
 */
export async function capacitiesOn(
  reader: Reader,
  asked: { groupId: string; personIds: readonly string[]; at?: Date | null; locale?: Locale },
): Promise<Map<string, string>> {
  const { groupId, at, locale = "en" } = asked
  const personIds = [...new Set(asked.personIds)]
  if (personIds.length === 0) return new Map()
  const instant = at ?? now()
  const t = translatorFor(locale)
  const onTheDay = <T extends typeof memberships | typeof secretariat>(table: T) =>
    and(
      inArray(table.personId, personIds),
      lte(table.since, instant),
      or(isNull(table.until), gt(table.until, instant)),
    )
  const [chairs, desk, known] = await Promise.all([
    reader
      .select({ personId: memberships.personId })
      .from(memberships)
      .where(
        and(
          onTheDay(memberships),
          eq(memberships.groupId, groupId),
          eq(memberships.role, "co-chair"),
        ),
      ),
    reader
      .select({ personId: secretariat.personId })
      .from(secretariat)
      .where(onTheDay(secretariat)),
    listAffiliations(reader, personIds),
  ])
  const roles = new Map([
    ...desk.map(({ personId }) => [personId, t("people.capacity.secretariat")] as const),
    ...chairs.map(({ personId }) => [personId, t("people.capacity.co-chair")] as const),
  ])
  const day = instant.toISOString().slice(0, 10)
  const capacities = personIds.map((id) => {
    const belongs = affiliationText(affiliationOn(known.get(id) ?? [], day))
    return [id, [roles.get(id), belongs].filter(Boolean).join("; ")] as const
  })
  return new Map(capacities.filter(([, capacity]) => capacity !== ""))
}
