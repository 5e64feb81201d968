import { and, eq, isNull } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { corrections } from "@/db/schema/corrections"
import { people } from "@/db/schema/people"
import { capacitiesOn } from "@/lib/people/capacity"
import type { Locale } from "@/lib/platform/locales"

/** A correction that is being prepared. */
export type OpenCorrection = {
  id: string
  groupId: string
  /** The version that it corrects. */
  correctsVersion: number
  reason: string
  begunBy: { personId: string; name: string }
  begunAt: Date
}

/** The correction that is being prepared of a meeting's report, or null. Does not authorize. */
export async function findOpenCorrection(
  reader: Reader,
  meetingId: string,
): Promise<OpenCorrection | null> {
  const [row] = await reader
    .select({
      id: corrections.id,
      groupId: corrections.groupId,
      correctsVersion: corrections.correctsVersion,
      reason: corrections.reason,
      personId: corrections.begunBy,
      name: people.name,
      begunAt: corrections.begunAt,
    })
    .from(corrections)
    .innerJoin(people, eq(people.id, corrections.begunBy))
    .where(
      and(
        eq(corrections.meetingId, meetingId),
        isNull(corrections.droppedAt),
        isNull(corrections.reportId),
      ),
    )
  if (!row) return null
  const { personId, name, ...correction } = row
  return { ...correction, begunBy: { personId, name } }
}

/** Who answers for a correction, as a version names them: in the capacity of the day on which it began. */
export async function correctorOf(
  reader: Reader,
  { groupId, begunBy, begunAt }: OpenCorrection,
  locale: Locale,
): Promise<{ name: string; capacity: string }> {
  const { personId, name } = begunBy
  const known = await capacitiesOn(reader, { groupId, personIds: [personId], at: begunAt, locale })
  return { name, capacity: known.get(personId) ?? "" }
}

/** Step: a correction has become a version. */
export async function closeCorrection(
  tx: Transaction,
  correctionId: string,
  reportId: string,
): Promise<void> {
  await tx.update(corrections).set({ reportId }).where(eq(corrections.id, correctionId))
}
