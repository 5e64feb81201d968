import { and, eq, inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { memberships, secretariat } from "@/db/schema/members"
import { listAffiliations } from "@/lib/people/affiliations"
import { affiliationOn, affiliationText } from "@/lib/people/model"
import { translatorFor } from "@/lib/platform/i18n"
import type { Locale } from "@/lib/platform/locales"

/** What somebody was on the day of an instant: "Co-chair; Adviser, Meridian Institute"; "" when nothing is known. */
export type CapacityAt = (personId: string, at: Date) => string

/** The capacities of people on any day, read once for all of them. */
export async function capacitiesAtAnyTime(
  reader: Reader,
  asked: { groupId: string; personIds: readonly string[]; locale: Locale },
): Promise<CapacityAt> {
  const personIds = [...new Set(asked.personIds)]
  if (personIds.length === 0) return () => ""
  const [chairs, desk, known] = await Promise.all([
    reader
      .select({
        personId: memberships.personId,
        since: memberships.since,
        until: memberships.until,
      })
      .from(memberships)
      .where(
        and(
          inArray(memberships.personId, personIds),
          eq(memberships.groupId, asked.groupId),
          eq(memberships.role, "co-chair"),
        ),
      ),
    reader
      .select({
        personId: secretariat.personId,
        since: secretariat.since,
        until: secretariat.until,
      })
      .from(secretariat)
      .where(inArray(secretariat.personId, personIds)),
    listAffiliations(reader, personIds),
  ])
  const t = translatorFor(asked.locale)
  return (personId, at) => {
    const isOpen = (row: { personId: string; since: Date; until: Date | null }) =>
      row.personId === personId && row.since <= at && (row.until === null || row.until > at)
    const role = chairs.some(isOpen) ? "co-chair" : desk.some(isOpen) ? "secretariat" : null
    const day = at.toISOString().slice(0, 10)
    const belongs = affiliationText(affiliationOn(known.get(personId) ?? [], day))
    return [role && t(`people.capacity.${role}`), belongs].filter(Boolean).join("; ")
  }
}
