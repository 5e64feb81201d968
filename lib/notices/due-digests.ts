import { and, eq, inArray, isNull, min } from "drizzle-orm"
import { digests, notices, personSettings } from "@/db/schema/notices"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { lastDigestTime } from "./digest-times"
import type { DigestTempo } from "./model"

/** A digest that somebody should have by now, and since when it was to be written. */
export type DueDigest = { personId: string; tempo: DigestTempo; since: Date }

/** Every digest that is to be written now, whoever waits: one that was missed while nothing ran is among them. */
export async function findDueDigests(): Promise<DueDigest[]> {
  const rows = await database()
    .select({
      personId: notices.personId,
      tempo: notices.tempo,
      oldest: min(notices.createdAt),
      zone: personSettings.zone,
      writtenAt: digests.writtenAt,
    })
    .from(notices)
    .leftJoin(personSettings, eq(personSettings.personId, notices.personId))
    .leftJoin(
      digests,
      and(eq(digests.personId, notices.personId), eq(digests.tempo, notices.tempo)),
    )
    .where(and(isNull(notices.mailedAt), inArray(notices.tempo, ["daily", "weekly"])))
    .groupBy(notices.personId, notices.tempo, personSettings.zone, digests.writtenAt)
  const at = now()
  return rows.flatMap(({ personId, oldest, zone, writtenAt, ...row }) => {
    const tempo = row.tempo as DigestTempo
    const since = lastDigestTime(tempo, zone ?? "UTC", at, env().digestHour)
    const isDue = oldest !== null && oldest <= since && (writtenAt === null || writtenAt < since)
    return isDue ? [{ personId, tempo, since }] : []
  })
}
